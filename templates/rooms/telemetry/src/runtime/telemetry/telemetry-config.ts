import { shown, type Environment } from '../config/environment.js';
import type { RoomSetting } from '../room.js';
import { headerSecrets } from '../upstream/secrets.js';

/** What the variables of OpenTelemetry say; those of the OTLP exporter, it reads itself. */
export interface TelemetryConfig {
  readonly sampler: SamplerConfig;
  /** What is taken from clients, and passed on to the API. */
  readonly propagators: { readonly traceContext: boolean; readonly baggage: boolean };
  readonly batch: BatchConfig;
  /** What the headers of the exporter hold. */
  readonly secrets: readonly string[];
}

/** Which traces are kept. */
export interface SamplerConfig {
  readonly kind: (typeof samplers)[number];
  /** The share of traces, for the kinds that have one. */
  readonly ratio: number;
}

/** How spans wait to be exported. Times are in milliseconds. */
export interface BatchConfig {
  readonly scheduledDelayMillis: number;
  readonly exportTimeoutMillis: number;
  readonly maxQueueSize: number;
  readonly maxExportBatchSize: number;
}

const samplers = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

/** Undefined where nothing is to be exported; else every problem is told to `report`. */
export function readTelemetryConfig(setting: RoomSetting): TelemetryConfig | undefined {
  const { environment, report } = setting;
  const isDisabled = environment.text('OTEL_SDK_DISABLED')?.toLowerCase() === 'true';
  const endpoints = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
  const given = endpoints.filter((name) => environment.text(name) !== undefined);
  if (isDisabled || given.length === 0) return undefined;
  const exporter = environment.choice('OTEL_TRACES_EXPORTER', ['otlp', 'none'], 'otlp');
  if (exporter === 'none') return undefined;
  for (const name of given) checkEndpoint(name, setting);
  checkExporter(environment);
  checkResource(environment.text('OTEL_RESOURCE_ATTRIBUTES') ?? '', report);
  return {
    sampler: readSampler(setting),
    propagators: readPropagators(environment),
    batch: readBatch(environment),
    secrets: ['OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_EXPORTER_OTLP_TRACES_HEADERS'].flatMap((name) =>
      secretsIn(environment.text(name) ?? ''),
    ),
  };
}

function checkEndpoint(name: string, { environment, report }: RoomSetting): void {
  const text = environment.text(name) ?? '';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username + url.password === '') return;
  report(
    `${name} is ${shown(text)}; set it to an http(s) URL without user name and password, which go into ` +
      'OTEL_EXPORTER_OTLP_HEADERS',
  );
}

/** The exporter would ignore what is wrong. */
function checkExporter(environment: Environment): void {
  const isSet = environment.text('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') !== undefined;
  const protocol = isSet ? 'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL' : 'OTEL_EXPORTER_OTLP_PROTOCOL';
  environment.choice(protocol, ['http/protobuf'], 'http/protobuf');
  for (const signal of ['', 'TRACES_']) {
    environment.choice(`OTEL_EXPORTER_OTLP_${signal}COMPRESSION`, ['none', 'gzip'], 'none');
    milliseconds(environment, `OTEL_EXPORTER_OTLP_${signal}TIMEOUT`, 10_000);
  }
}

/** One wrong pair would make the SDK ignore them all. */
function checkResource(text: string, report: RoomSetting['report']): void {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  if (pairs.every((pair) => /^[^=]*[^=\s][^=]*=(?:[^=%]|%[\da-f]{2})*$/i.test(pair))) return;
  report(
    'OTEL_RESOURCE_ATTRIBUTES is not a list key=value,key=value; write , = and % in values as %2C, %3D and %25',
  );
}

function readSampler({ environment, report }: RoomSetting): SamplerConfig {
  const kind = environment.choice('OTEL_TRACES_SAMPLER', samplers, 'parentbased_always_on');
  const text = environment.text('OTEL_TRACES_SAMPLER_ARG') ?? '1';
  const ratio = Number(text);
  if (kind.endsWith('ratio') && !(ratio >= 0 && ratio <= 1)) {
    report(`OTEL_TRACES_SAMPLER_ARG is ${shown(text)}; set it to a number from 0 to 1`);
  }
  return { kind, ratio };
}

/** Baggage says anything about anyone, so that it is passed on only where that is asked for. */
function readPropagators({ list }: Environment): TelemetryConfig['propagators'] {
  const names = list('OTEL_PROPAGATORS');
  return {
    traceContext: names.length === 0 || names.includes('tracecontext'),
    baggage: names.includes('baggage'),
  };
}

function readBatch(environment: Environment): BatchConfig {
  const count = (name: string, fallback: number): number =>
    environment.integer(name, { fallback, min: 1, max: 1_000_000 });
  return {
    scheduledDelayMillis: milliseconds(environment, 'OTEL_BSP_SCHEDULE_DELAY', 5_000),
    exportTimeoutMillis: milliseconds(environment, 'OTEL_BSP_EXPORT_TIMEOUT', 30_000),
    maxQueueSize: count('OTEL_BSP_MAX_QUEUE_SIZE', 2_048),
    maxExportBatchSize: count('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', 512),
  };
}

function milliseconds({ integer }: Environment, name: string, fallback: number): number {
  return integer(name, { fallback, min: 1, max: 3_600_000 });
}

/** Values of `key=value,key=value`, as they are written and as they are sent. */
function secretsIn(headers: string): readonly string[] {
  return headers.split(',').flatMap((pair) => {
    const value = pair.slice(pair.indexOf('=') + 1).trim();
    return [...headerSecrets(value), ...headerSecrets(decoded(value))];
  });
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
