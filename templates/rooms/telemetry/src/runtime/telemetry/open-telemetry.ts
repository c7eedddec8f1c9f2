import { setTimeout } from 'node:timers/promises';
import {
  context,
  diag,
  DiagLogLevel,
  propagation,
  trace,
  type TextMapPropagator,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  CompositePropagator,
  ExportResultCode,
  setGlobalErrorHandler,
  W3CBaggagePropagator,
  W3CTraceContextPropagator,
} from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
  type Resource,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';
import type { Fittings } from '../room.js';
import type { Runtime } from '../runtime.js';
import { createOutage, type Outage } from './outage.js';
import { createSampler } from './sampler.js';
import type { TelemetryConfig } from './telemetry-config.js';
import { createTracing } from './tracing.js';

/** How long the last spans may take to reach the collector once the server stops. */
const FLUSH_MS = 2_000;

/** No attribute of ours is nearly as long. */
const LONGEST_VALUE = 1_024;

/** Begins to trace calls. Code in `src/custom` that uses @opentelemetry/api adds spans to the same traces. */
export function openTelemetry(config: TelemetryConfig, runtime: Runtime): Fittings {
  const { definition, log } = runtime;
  const warn = (message: string): void => {
    log.warn('OpenTelemetry warns', { reason: message });
  };
  const silent = (): void => undefined;
  diag.setLogger(
    { error: warn, warn, info: silent, debug: silent, verbose: silent },
    DiagLogLevel.WARN,
  );
  const outage = createOutage(log);
  setGlobalErrorHandler(outage.failed);
  const exporter = watched(new OTLPTraceExporter(), outage);
  const provider = new TracerProvider({
    resource: resourceOf(runtime),
    sampler: createSampler(config.sampler),
    spanLimits: { attributeValueLengthLimit: LONGEST_VALUE },
    spanProcessors: [new BatchSpanProcessor({ exporter, ...config.batch })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(propagatorOf(config));
  trace.setGlobalTracerProvider(provider);
  return {
    around: createTracing(provider.getTracer('mcp-gen', definition.version), runtime),
    close: async () => {
      await Promise.race([provider.shutdown().catch(outage.failed), setTimeout(FLUSH_MS)]);
    },
  };
}

/** What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say goes before what the server knows of itself. */
function resourceOf({ definition }: Runtime): Resource {
  const { name, version } = definition;
  return defaultResource()
    .merge(resourceFromAttributes({ 'service.name': name, 'service.version': version }))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
}

function propagatorOf({ propagators }: TelemetryConfig): TextMapPropagator {
  return new CompositePropagator({
    propagators: [
      ...(propagators.traceContext ? [new W3CTraceContextPropagator()] : []),
      ...(propagators.baggage ? [new W3CBaggagePropagator()] : []),
    ],
  });
}

/** What fails is told to the global error handler, what works to nobody. */
function watched(exporter: SpanExporter, { over }: Outage): SpanExporter {
  return {
    export: (spans, done) => {
      exporter.export(spans, (result) => {
        if (result.code === ExportResultCode.SUCCESS) over();
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
  };
}
