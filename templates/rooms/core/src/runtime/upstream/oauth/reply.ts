import type { UpstreamResponse } from '../../custom.js';
import { ToolError } from '../../tool-error.js';
import { RequestFailure } from '../failure.js';

/** The JSON object that a response holds; undefined if it holds none. */
export function readJsonObject(
  response: UpstreamResponse,
): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(response.body));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** The error that the model is told when an authorization server is of no help. */
export function endpointError(url: string, reason: string): ToolError {
  const { origin, pathname } = new URL(url);
  return new ToolError(
    `Nothing was sent: ${origin}${pathname} gave this server no access token: ${reason}.`,
  );
}

/** What went wrong with a request to an authorization server, of which the HTTP client speaks as of the API. */
export function failureReason(error: unknown): string {
  const what = error instanceof RequestFailure ? error.facts.what : String(error);
  return what.replace(/^The API/, 'it');
}
