import type { Origin, Report } from '../diagnostics.js';
import { bundle, type Bundle } from './bundle.js';
import { endpointsDocument } from './endpoints.js';
import { identify } from './identify.js';
import { child, escapeToken, isObject, parsePointer } from './json.js';
import { digestOf, openReader, type Reader } from './reader.js';
import type { Source, SourceRequest } from './source.js';
import { convertSwagger } from './swagger.js';

export type { OpenApiDocument, Source, SourceRequest } from './source.js';

/** Reads the source into one OpenAPI document; throws `InputError` when that is not possible. */
export async function loadSource(request: SourceRequest, report: Report): Promise<Source> {
  const reader = await openReader(request);
  const { root } = reader;
  const description = identify(root, report);
  switch (description.kind) {
    case 'openapi': {
      const bundled = await bundle(reader, description.document);
      return describe(reader, bundled, bundled.document, (pointer) => pointer);
    }
    case 'swagger': {
      const bundled = await bundle(reader, description.document);
      const { document, originalPointer } = await convertSwagger(bundled.document, root, report);
      return describe(reader, bundled, document, originalPointer);
    }
    case 'endpoints': {
      const { document, originalPointer } = endpointsDocument(root);
      return describe(reader, { document, sites: new Map() }, document, originalPointer);
    }
  }
}

function describe(
  reader: Reader,
  bundled: Bundle,
  document: Source['document'],
  originalPointer: (pointer: string) => string,
): Source {
  const { label, url } = reader.root;
  const isUrl = url.protocol !== 'file:';
  return {
    document,
    label,
    kind: isUrl ? 'url' : label === '<stdin>' ? 'stdin' : 'file',
    digest: digestOf(reader.files()),
    ...(isUrl ? { url: url.origin + url.pathname } : {}),
    locate: (pointer) => locate(reader, bundled, originalPointer(pointer)),
  };
}

/** Follows the pointer as far as it goes; below an object of another file it goes on there. */
function locate(reader: Reader, { document, sites }: Bundle, pointer: string): Origin {
  let file = reader.root;
  let place = '';
  let value: unknown = document;
  for (const token of parsePointer(pointer)) {
    value = child(value, token);
    const site = isObject(value) ? sites.get(value) : undefined;
    file = site?.file ?? file;
    place = site?.pointer ?? `${place}/${escapeToken(token)}`;
  }
  return file.locate(place);
}
