import { BadRequestException } from '@nestjs/common';
import type { Ask } from '@tracewright/graphql-api';
import { LIMITS, Unreadable } from '@tracewright/tabular';
import type { Request } from 'express';

export interface UploadedBytes {
  readonly buffer: Buffer;
  readonly originalname: string;
}

/** Chinese file names reach us whole only with this character set; the library's own default garbles them. */
export const UPLOAD = { limits: { fileSize: LIMITS.bytes, files: 1 }, defParamCharset: 'utf8' } as object;

/** Uploads need the custom header, so that no other page can send one (ruling 29). */
export function fromOurPage(req: Request): void {
  if (req.headers['x-tracewright'] === undefined)
    throw new BadRequestException({ statusCode: 400, message: 'The header x-tracewright is missing.' });
}

export function chosen(ask: Ask, file: UploadedBytes | undefined): UploadedBytes {
  if (!file) throw new BadRequestException({ statusCode: 400, message: ask.lang === 'zh' ? '请选择文件。' : 'Choose a file.' });
  return file;
}

/** A file that cannot be read is an answer, not an accident. */
export async function readable<T>(ask: Ask, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unreadable)
      throw new BadRequestException({ statusCode: 400, code: error.code, message: ask.lang === 'zh' ? error.zh : error.en });
    throw error;
  }
}
