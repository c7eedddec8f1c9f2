import { context, propagation, ROOT_CONTEXT, SpanKind, type Tracer } from '@opentelemetry/api';
import type { Around } from '../room.js';
import type { Runtime } from '../runtime.js';
import { createCallSpan, parentOf } from './call-span.js';
import { requestSpan } from './request-span.js';
import { errorType, failCall, failSpan, isErrorResult } from './span-failure.js';

/**
 * A span for each call, by OpenTelemetry's semantic conventions for MCP, and below it one for each try of a request to
 * the API, by those for HTTP. None of them holds an argument, a result or a credential.
 */
export function createTracing(tracer: Tracer, runtime: Runtime): Around {
  const callSpan = createCallSpan(runtime);
  return {
    call: (subject, call, work) => {
      const { name, attributes } = callSpan(subject, call);
      const options = { kind: SpanKind.SERVER, attributes };
      const parent = propagation.extract(ROOT_CONTEXT, parentOf(call));
      return tracer.startActiveSpan(name, options, parent, async (span) => {
        try {
          const result = await work();
          if (isErrorResult(result)) failSpan(span, 'tool_error');
          return result;
        } catch (error) {
          failCall(span, error);
          throw error;
        } finally {
          if (call.signal.aborted) failSpan(span, 'cancelled');
          span.end();
        }
      });
    },
    send: (request, send, tool) => {
      const { name, attributes } = requestSpan(request, tool);
      const options = { kind: SpanKind.CLIENT, attributes };
      return tracer.startActiveSpan(name, options, async (span) => {
        const headers = { ...request.headers };
        propagation.inject(context.active(), headers);
        try {
          const response = await send({ ...request, headers });
          span.setAttribute('http.response.status_code', response.status);
          if (response.status >= 400) failSpan(span, String(response.status));
          return response;
        } catch (error) {
          failSpan(span, errorType(error));
          throw error;
        } finally {
          span.end();
        }
      });
    },
  };
}
