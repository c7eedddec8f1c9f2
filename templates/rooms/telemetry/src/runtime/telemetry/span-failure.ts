import { SpanStatusCode, type Span } from '@opentelemetry/api';
import { ProtocolError } from '@modelcontextprotocol/server';
import { InputNeeded } from '../protocol/input-needed.js';

/** Marks a span as failed. Messages are left out: they may hold what a caller or the API has said. */
export function failSpan(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Marks the span of a call that has thrown, unless it has only asked the client for something. */
export function failCall(span: Span, error: unknown): void {
  if (error instanceof InputNeeded) return;
  if (error instanceof ProtocolError) {
    const code = String(error.code);
    span.setAttribute('rpc.response.status_code', code);
    failSpan(span, code);
    return;
  }
  failSpan(span, errorType(error));
}

/** The class of an error. */
export function errorType(error: unknown): string {
  return error instanceof Error ? error.name : '_OTHER';
}

/** Whether a tool's result says that it has failed. */
export function isErrorResult(result: unknown): boolean {
  return (
    typeof result === 'object' && result !== null && 'isError' in result && result.isError === true
  );
}
