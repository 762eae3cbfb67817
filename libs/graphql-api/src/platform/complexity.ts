import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';

/** The workbench's largest question costs about a fifth of this. */
export const MOST_COMPLEX = 2_000;

/** Variables that do not fit are for the execution to refuse, in words: nothing is counted of them here. */
function costOf(question: Parameters<typeof getComplexity>[0]): number {
  try {
    return getComplexity(question);
  } catch (error) {
    if (error instanceof GraphQLError) return 0;
    throw error;
  }
}

/** Questions that would cost too much are refused before they run. In a plugin, because only here the variables are known. */
export const complexityLimit = (schemaOf: () => GraphQLSchema): ApolloServerPlugin => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ request, document }) {
        const complexity = costOf({
          schema: schemaOf(),
          query: document,
          variables: request.variables ?? {},
          ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
          estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
        });
        if (complexity > MOST_COMPLEX)
          throw new GraphQLError(`This question costs ${complexity}, more than ${MOST_COMPLEX}: ask for fewer fields.`, {
            extensions: { code: 'TOO_COMPLEX' },
          });
      },
    };
  },
});
