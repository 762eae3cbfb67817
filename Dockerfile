# Server and workbench in one image; Neo4j is an image of its own (compose.yaml).
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && node tools/launch/build.mjs && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 TRACEWRIGHT_HOME=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
CMD ["node", "--max-semi-space-size=64", "apps/api/dist/main.js"]
