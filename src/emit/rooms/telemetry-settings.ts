import { section } from '../setting-section.js';

/** What OpenTelemetry's specification calls these variables; they mean the same in every SDK. */
export const telemetrySettings = [
  section('Traces', [
    [
      'OTEL_EXPORTER_OTLP_ENDPOINT',
      '',
      'URL of the collector, such as `http://localhost:4318`, to which `/v1/traces` is added; unset, nothing is traced.',
    ],
    [
      'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
      '',
      'The whole URL that traces are sent to, in place of the one above.',
    ],
    [
      'OTEL_EXPORTER_OTLP_HEADERS',
      '',
      'Headers of what is exported, as `name=value`, separated by commas; `OTEL_EXPORTER_OTLP_TRACES_HEADERS` adds to them.',
    ],
    ['OTEL_SERVICE_NAME', '', 'What the server is called in traces; by default its own name.'],
    [
      'OTEL_RESOURCE_ATTRIBUTES',
      '',
      'More about it, as `key=value`, separated by commas, such as `deployment.environment.name=production`.',
    ],
    [
      'OTEL_TRACES_SAMPLER',
      'parentbased_always_on',
      '`always_on`, `always_off`, `traceidratio`, or one of them after `parentbased_`, which does as the client has decided.',
    ],
    [
      'OTEL_TRACES_SAMPLER_ARG',
      '1',
      'Share of traces that the `…ratio` samplers keep, from 0 to 1.',
    ],
    [
      'OTEL_PROPAGATORS',
      'tracecontext',
      '`tracecontext`, `baggage` or both: what is taken from clients and passed on to the API.',
    ],
    ['OTEL_TRACES_EXPORTER', 'otlp', '`none`: nothing is traced.'],
    ['OTEL_SDK_DISABLED', 'false', '`true`: nothing is traced.'],
  ]),
];
