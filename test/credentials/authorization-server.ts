import type { ServerResponse } from 'node:http';
import {
  replyJson,
  startUpstream,
  type RecordedRequest,
  type Upstream,
} from '../support/upstream.js';

/** What a token endpoint says to the n-th request, from 0; nothing means a token. */
export type TokenAnswer = (
  response: ServerResponse,
  request: RecordedRequest,
  index: number,
) => void;

/** An API under `/x` that wants the newest token, and an authorization server under `/token`. */
export interface Site extends AsyncDisposable {
  readonly api: Upstream;
  readonly issuer: Upstream;
  /** The forms that the token endpoint got. */
  readonly forms: () => readonly Readonly<Record<string, string>>[];
}

/** The n-th token, from 0. */
export function issuedToken(index: number): string {
  return `issued-token-${index}`;
}

/** Replies with the n-th token, and whatever else is said of it. */
export function replyToken(response: ServerResponse, index: number, more: object = {}): void {
  replyJson(response, { access_token: issuedToken(index), token_type: 'Bearer', ...more });
}

export async function startSite({
  onToken = (response, _, index) => {
    replyToken(response, index);
  },
  onCall = (response, request) => {
    replyJson(response, { headers: request.headers });
  },
}: {
  readonly onToken?: TokenAnswer;
  readonly onCall?: (response: ServerResponse, request: RecordedRequest) => void;
} = {}): Promise<Site> {
  let count = 0;
  const issuer = await startUpstream((request, response) => {
    onToken(response, request, count);
    count += 1;
  });
  const api = await startUpstream((request, response) => {
    onCall(response, request);
  });
  return {
    api,
    issuer,
    forms: () => issuer.requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body))),
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await issuer[Symbol.asyncDispose]();
    },
  };
}
