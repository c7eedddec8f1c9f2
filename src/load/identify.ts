import type { Origin, Report } from '../diagnostics.js';
import { failure, notDescription } from './failure.js';
import { foreignFormat, foreignText } from './foreign-format.js';
import { isObject, type JsonObject } from './json.js';
import type { SourceFile } from './source-file.js';

/** What a source turned out to be. */
export type Description =
  | { readonly kind: 'openapi' | 'swagger'; readonly document: JsonObject }
  | { readonly kind: 'endpoints' };

/** Tells what the file is, correcting how its versions are written; MG109 or MG110 when it is no use. */
export function identify(file: SourceFile, report: Report): Description {
  const { value, text } = file;
  if (!isObject(value)) {
    const found = foreignText(text) ?? (Array.isArray(value) ? 'a list' : 'plain text');
    throw notDescription(`This is ${found},`, file.locate(''));
  }
  const found = foreignFormat(value);
  if (found !== undefined) {
    throw notDescription(`This is ${found.what},`, file.locate(''), found.help);
  }
  const originOf = (key: string): Origin => file.locate(`/${key}`);
  if (value['openapi'] !== undefined) {
    value['openapi'] = openApiVersion(value['openapi'], originOf, report);
    return { kind: 'openapi', document: value };
  }
  if (value['swagger'] !== undefined || value['swaggerVersion'] !== undefined) {
    value['swagger'] = swaggerVersion(value, originOf, report);
    return { kind: 'swagger', document: value };
  }
  if (value['endpoints'] !== undefined) return { kind: 'endpoints' };
  const shown = value['paths'] === undefined ? 'no' : '`paths`, but no';
  const what = `This has ${shown} \`openapi: 3.x\` or \`swagger: "2.0"\` at the top, so it is`;
  throw notDescription(what, file.locate(''));
}

function openApiVersion(given: unknown, originOf: (key: string) => Origin, report: Report): string {
  const version = String(given).trim();
  if (!/^3\.[012](?:\.\d+)?(?:-[\w.]+)?$/.test(version)) {
    throw failure(
      'MG110',
      `OpenAPI version ${JSON.stringify(given)} cannot be read.`,
      originOf('openapi'),
      'Convert the description to OpenAPI 3.0 or 3.1.',
    );
  }
  if (version.startsWith('3.2')) {
    warnVersion(
      report,
      'openapi',
      'OpenAPI 3.2 is read as 3.1: what it adds may be ignored.',
      'Check the operations that use additions of 3.2.',
    );
  }
  if (typeof given !== 'string' || !/^\d\.\d\.\d/.test(version)) {
    const fixed = /^\d\.\d$/.test(version) ? `${version}.0` : version;
    warnVersion(report, 'openapi', `This version should be written as "${fixed}".`);
    return fixed;
  }
  return version;
}

function swaggerVersion(
  document: JsonObject,
  originOf: (key: string) => Origin,
  report: Report,
): string {
  const key = document['swagger'] === undefined ? 'swaggerVersion' : 'swagger';
  const given = document[key];
  if (key === 'swaggerVersion' || Number(given) !== 2) {
    throw failure(
      'MG110',
      `Swagger version ${JSON.stringify(given)} cannot be read.`,
      originOf(key),
      'Convert the description to OpenAPI 3, for example with https://converter.swagger.io.',
    );
  }
  if (given !== '2.0') {
    warnVersion(report, 'swagger', 'This version should be written as "2.0", with quotes.');
  }
  return '2.0';
}

function warnVersion(
  report: Report,
  key: string,
  message: string,
  help = 'Quote the version.',
): void {
  report({ code: 'MG111', severity: 'warning', message, pointer: `/${key}`, help });
}
