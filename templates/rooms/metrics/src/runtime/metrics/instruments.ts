import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Seconds: from what a cache answers to where calls are given up. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What a server counts and measures, besides what Node.js does. */
export type Instruments = ReturnType<typeof createInstruments>;

/** Names and units are as Prometheus has them: base units, `_total` for counters. */
export function createInstruments(registry: Registry) {
  const counter = <L extends string>(name: string, help: string, ...labelNames: L[]): Counter<L> =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]): Gauge<L> =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const histogram = <L extends string>(
    name: string,
    help: string,
    ...labelNames: L[]
  ): Histogram<L> => new Histogram({ name, help, labelNames, buckets, registers: [registry] });

  return {
    info: gauge('mcp_server_info', 'The server and its version; always 1.', 'server', 'version'),
    requests: counter('mcp_requests_total', 'Requests of clients, by MCP method.', 'method'),
    calls: counter(
      'mcp_calls_total',
      'Calls of tools and readings of resources that have ended.',
      ...(['kind', 'name', 'outcome'] as const),
    ),
    callSeconds: histogram(
      'mcp_call_duration_seconds',
      'How long calls of tools and readings of resources took.',
      ...(['kind', 'name'] as const),
    ),
    callRefusals: counter(
      'mcp_call_refusals_total',
      'Calls and readings that were not carried out, by reason.',
      'reason',
    ),
    httpRefusals: counter(
      'mcp_http_refusals_total',
      'HTTP requests that were refused before the protocol saw them, by reason and status.',
      ...(['reason', 'status'] as const),
    ),
    httpResponses: counter(
      'mcp_http_responses_total',
      'Answers to HTTP requests, by status; `none` where the client left before there was one.',
      'status',
    ),
    httpInFlight: gauge(
      'mcp_http_requests_in_flight',
      'HTTP requests that are being answered, open streams included.',
    ),
    upstreamRequests: counter(
      'mcp_upstream_requests_total',
      'Tries of requests to the API, by status; `none` where there was no answer.',
      ...(['host', 'method', 'status'] as const),
    ),
    upstreamSeconds: histogram(
      'mcp_upstream_request_duration_seconds',
      'How long tries of requests to the API took.',
      'host',
    ),
    upstreamRetries: counter(
      'mcp_upstream_retries_total',
      'Requests to the API that were tried again.',
      'host',
    ),
    breakers: gauge(
      'mcp_upstream_breaker_state',
      '1 for the state that the circuit breaker of a host is in, 0 for the others.',
      ...(['host', 'state'] as const),
    ),
  };
}
