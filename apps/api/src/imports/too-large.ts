import { type ArgumentsHost, Catch, type ExceptionFilter, PayloadTooLargeException } from '@nestjs/common';
import { langOf } from '@tracewright/graphql-api';
import { tooLarge } from '@tracewright/tabular';
import type { Request, Response } from 'express';

/** The parser of uploads stops at the limit and says so in English only: here it is said as the reader of files says it. */
@Catch(PayloadTooLargeException)
export class TooLarge implements ExceptionFilter {
  catch(_error: PayloadTooLargeException, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const { code, zh, en } = tooLarge();
    const message = langOf(http.getRequest<Request>().headers['accept-language']) === 'zh' ? zh : en;
    http.getResponse<Response>().status(413).json({ statusCode: 413, code, message });
  }
}
