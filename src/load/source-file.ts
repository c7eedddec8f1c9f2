import { relative, sep } from 'node:path';
import type { Origin } from '../diagnostics.js';
import { decodeText } from './decode-text.js';
import { parseText } from './parse-text.js';
import { positionFinder } from './position.js';

/** One file of the source, read and parsed. */
export interface SourceFile {
  /** What its relative references are resolved against. */
  readonly url: URL;
  /** How messages and the manifest name it. */
  readonly label: string;
  /** With LF line ends. */
  readonly text: string;
  readonly value: unknown;
  /** The place of a JSON pointer in this file, or of its nearest ancestor. */
  readonly locate: (pointer: string) => Origin;
}

/** Decodes and parses the bytes of a file; MG103 to MG108 when they are no JSON or YAML. */
export function parseFile(bytes: Uint8Array, url: URL, label: string): SourceFile {
  const text = decodeText(bytes, label);
  const { value, format } = parseText(text, label);
  const find = positionFinder(text, format);
  return {
    url,
    label,
    text,
    value,
    locate: (pointer) => ({ file: label, pointer, ...find(pointer) }),
  };
}

/** The path relative to `cwd`, with `/`. */
export function labelOfPath(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}
