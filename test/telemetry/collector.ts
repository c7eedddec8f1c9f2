import { gunzipSync } from 'node:zlib';
import { eventually } from '../serving/send.js';
import { startUpstream, type RecordedRequest } from '../support/upstream.js';
import { readMessage, type Message } from './protobuf.js';

/** A span as a collector gets it. opentelemetry/proto/trace/v1/trace.proto. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  /** '' if it has none. */
  readonly parentId: string;
  readonly name: string;
  readonly kind: 'server' | 'client' | 'other';
  readonly isError: boolean;
  readonly attributes: Attributes;
  /** Of what has made it. */
  readonly resource: Attributes;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A receiver of OTLP over HTTP, in protobuf, on a random loopback port. */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** The spans so far, once there are as many. */
  readonly spans: (count: number) => Promise<readonly Span[]>;
  /** Everything that it got, as it is on the wire but unpacked. */
  readonly bytes: () => Buffer;
}

export async function startCollector(): Promise<Collector> {
  const receiver = await startUpstream((_, response) => response.end());
  const bodies = (): readonly Buffer[] =>
    receiver.requests.map(({ bytes, headers }) =>
      headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : Buffer.from(bytes),
    );
  const received = (): readonly Span[] => bodies().flatMap((body) => readSpans(readMessage(body)));
  return {
    url: receiver.url,
    requests: receiver.requests,
    bytes: () => Buffer.concat(bodies()),
    spans: async (count) => {
      await eventually(() => received().length >= count, `there were ${count} spans`);
      return received();
    },
    [Symbol.asyncDispose]: () => receiver[Symbol.asyncDispose](),
  };
}

const kinds: Readonly<Record<number, 'server' | 'client'>> = { 2: 'server', 3: 'client' };
const ERROR = 2;

function readSpans(request: Message): readonly Span[] {
  return request.messages(1).flatMap((ofResource) => {
    const resource = readAttributes(ofResource.messages(1)[0]?.messages(1) ?? []);
    const spans = ofResource.messages(2).flatMap((ofScope) => ofScope.messages(2));
    return spans.map((span) => ({
      traceId: span.bytes(1)?.toString('hex') ?? '',
      spanId: span.bytes(2)?.toString('hex') ?? '',
      parentId: span.bytes(4)?.toString('hex') ?? '',
      name: span.text(5) ?? '',
      kind: kinds[span.number(6) ?? 0] ?? 'other',
      isError: span.messages(15)[0]?.number(3) === ERROR,
      attributes: readAttributes(span.messages(9)),
      resource,
    }));
  });
}

function readAttributes(pairs: readonly Message[]): Attributes {
  return Object.fromEntries(
    pairs.map((pair) => {
      const value = pair.messages(2)[0];
      return [pair.text(1) ?? '', value?.text(1) ?? value?.number(3)];
    }),
  );
}
