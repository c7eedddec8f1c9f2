import type { Report } from '../../diagnostics.js';
import { field, objectField, textField, type JsonObject } from '../node.js';
import { readCredentialUrl, readGrants, type GrantKind } from './oauth-flows.js';
import { pointerTo, type Located, type Resolver } from '../reference.js';

/** A scheme before its variables are named. */
export type SchemeKind =
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
  | { readonly type: 'bearer' }
  | { readonly type: 'basic' }
  | {
      readonly type: 'oauth2';
      readonly grants: readonly GrantKind[];
      readonly discoveryUrl?: string;
    }
  | { readonly type: 'mutualTLS' }
  | { readonly type: 'unsupported'; readonly scheme: string };

/** The declared schemes by name (OpenAPI 3.1, section 4.8.27); what cannot be applied is reported. */
export function readSchemes(
  document: JsonObject,
  resolve: Resolver,
  report: Report,
): ReadonlyMap<string, SchemeKind> {
  const kinds = new Map<string, SchemeKind>();
  const declared = objectField(objectField(document, 'components'), 'securitySchemes') ?? {};
  for (const [name, node] of Object.entries(declared)) {
    const scheme = resolve(node, pointerTo('/components/securitySchemes', name));
    if (scheme === undefined) continue;
    const kind = readKind(scheme, report);
    kinds.set(name, kind);
    if (kind.type !== 'unsupported') continue;
    report({
      code: 'MG224',
      severity: 'warning',
      message: `The security scheme ${JSON.stringify(name)} (${kind.scheme}) cannot be applied by the generated server.`,
      pointer: scheme.pointer,
      help: 'Sign requests in the beforeRequest hook of src/custom/index.ts, or, if the header is always the same, set API_HEADER_AUTHORIZATION.',
    });
  }
  return kinds;
}

function readKind({ value: node, pointer }: Located<JsonObject>, report: Report): SchemeKind {
  const type = textField(node, 'type') ?? 'without a type';
  switch (type.toLowerCase()) {
    case 'apikey':
      return readApiKey(node);
    case 'http':
      return readHttp(textField(node, 'scheme') ?? 'without a scheme');
    case 'basic':
      return { type: 'basic' };
    case 'oauth2':
      return { type: 'oauth2', grants: readGrants(node, pointer, report) };
    case 'openidconnect':
      return readOpenIdConnect(node, pointer, report);
    case 'mutualtls':
      return { type: 'mutualTLS' };
    default:
      return { type: 'unsupported', scheme: plainScheme(type) };
  }
}

function readApiKey(node: JsonObject): SchemeKind {
  if (field(node, 'x-amazon-apigateway-authtype') !== undefined) {
    return { type: 'unsupported', scheme: 'AWS Signature Version 4' };
  }
  const place = textField(node, 'in');
  const name = textField(node, 'name')?.trim();
  if (name === undefined || (place !== 'header' && place !== 'query' && place !== 'cookie')) {
    return { type: 'unsupported', scheme: 'an API key without a place' };
  }
  if (place !== 'query' && !isToken(name)) {
    return { type: 'unsupported', scheme: 'an API key whose name is not valid' };
  }
  return { type: 'apiKey', in: place, name };
}

/** Which grants the issuer makes is not known before it is asked: those that need nobody are offered. */
function readOpenIdConnect(node: JsonObject, pointer: string, report: Report): SchemeKind {
  const discoveryUrl = readCredentialUrl(node, 'openIdConnectUrl', pointer, report);
  if (discoveryUrl === undefined) return { type: 'oauth2', grants: [] };
  return {
    type: 'oauth2',
    grants: [{ type: 'refresh_token' }, { type: 'client_credentials' }],
    discoveryUrl,
  };
}

/** RFC 7235: names of schemes are case-insensitive. */
function readHttp(scheme: string): SchemeKind {
  switch (scheme.trim().toLowerCase()) {
    case 'bearer':
    case 'oauth':
      return { type: 'bearer' };
    case 'basic':
      return { type: 'basic' };
    default:
      return { type: 'unsupported', scheme: `HTTP ${plainScheme(scheme)}` };
  }
}

/** A `token` of RFC 9110, section 5.6.2: what names of headers and cookies are made of. */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}

function plainScheme(scheme: string): string {
  return scheme.replace(/[^\w .-]/g, '').slice(0, 40);
}
