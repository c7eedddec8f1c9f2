import type { Report } from '../diagnostics.js';
import { failure } from './failure.js';
import { escapeToken, isObject, type JsonObject } from './json.js';
import type { SourceFile } from './source-file.js';
import { completeForms, withParameterLists } from './swagger-forms.js';
import { pointerBeforeConversion } from './swagger-pointer.js';

/** A converted description, and where in the original something in it comes from. */
export interface Conversion {
  readonly document: JsonObject;
  readonly originalPointer: (pointer: string) => string;
}

/** Swagger 2.0 → OpenAPI 3.0, without reading anything. What has no equivalent is a warning. */
export async function convertSwagger(
  swagger: JsonObject,
  file: SourceFile,
  report: Report,
): Promise<Conversion> {
  const { default: converter } = await import('swagger2openapi');
  const restoreConsole = silenceConsole();
  try {
    const { openapi } = await converter.convertObj(withParameterLists(swagger), {
      patch: true,
      warnOnly: true,
      refSiblings: 'preserve',
      resolveInternal: true,
      anchors: true,
      text: ' ',
      targetVersion: '3.0.3',
    });
    // It shares objects between places and leaves holes in lists.
    const document: unknown = JSON.parse(JSON.stringify(openapi));
    if (!isObject(document)) throw new Error('the result is empty');
    completeForms(swagger, document);
    reportWarnings(document, '', report);
    return { document, originalPointer: pointerBeforeConversion(swagger, document) };
  } catch (error) {
    throw failure(
      'MG120',
      `Swagger 2.0 cannot be converted: ${error instanceof Error ? error.message : String(error)}.`,
      { file: file.label },
      'Correct it, or convert it to OpenAPI 3, for example with https://converter.swagger.io.',
    );
  } finally {
    restoreConsole();
  }
}

function reportWarnings(node: unknown, pointer: string, report: Report): void {
  if (typeof node !== 'object' || node === null) return;
  if (isObject(node) && typeof node['x-s2o-warning'] === 'string') {
    const message = `Swagger 2.0: ${node['x-s2o-warning']}.`;
    delete node['x-s2o-warning'];
    report({ code: 'MG119', severity: 'warning', message, pointer });
  }
  for (const [key, value] of Object.entries(node)) {
    reportWarnings(value, `${pointer}/${escapeToken(key)}`, report);
  }
}

/** The converter prints the stack of an error before it rejects with it. */
function silenceConsole(): () => void {
  const { console } = globalThis;
  globalThis.console = { ...console, warn: () => undefined };
  return () => {
    globalThis.console = console;
  };
}
