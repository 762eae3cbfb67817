import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import type { NextFunction, Request, Response } from 'express';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** The workbench as built: compressed beforehand where the browser takes it, everything with a hash in its name kept for a year. */
export function workbenchFiles(folder: string, isApi: (path: string) => boolean) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if ((req.method !== 'GET' && req.method !== 'HEAD') || isApi(req.path)) {
      next();
      return;
    }
    const wanted = normalize(join(folder, decodeURIComponent(req.path)));
    const inside = wanted === folder || wanted.startsWith(folder + sep);
    const file = inside && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(folder, 'index.html');
    if (!existsSync(file)) {
      res.status(503).type('text/plain').send('The workbench is not built: run npm run build.');
      return;
    }
    const zipped = (req.headers['accept-encoding'] ?? '').includes('gzip') && existsSync(`${file}.gz`);
    res.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    res.setHeader('Cache-Control', file.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
    res.setHeader('Vary', 'Accept-Encoding');
    if (zipped) res.setHeader('Content-Encoding', 'gzip');
    res.end(readFileSync(zipped ? `${file}.gz` : file));
  };
}
