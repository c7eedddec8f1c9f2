import { createRequire } from 'node:module';
import { join } from 'node:path';
import { get, type Place } from './document.js';
import { corpusDirectory } from './inputs.js';
import { wholeNumber, type Random } from './random.js';

const byFormat: Readonly<Record<string, string>> = {
  'date-time': '2024-05-17T09:30:00Z',
  date: '2024-05-17',
  time: '09:30:00Z',
  duration: 'P3DT4H',
  email: 'ada@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.7',
  ipv6: '2001:db8::7',
  uri: 'https://example.com/a?b=c',
  'uri-reference': '/a/b',
  'uri-template': 'https://example.com/{a}',
  url: 'https://example.com/a',
  uuid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  byte: 'aGVsbG8=',
  'json-pointer': '/a/b',
  'relative-json-pointer': '1/a',
  regex: '^a+$',
};

/** Text of a pattern, a format and a length, as far as that can be had; the caller checks it. */
export function sampleText(views: readonly Place[], random: Random): string {
  const texts = (keyword: string) =>
    views.map(({ value }) => get(value, keyword)).filter((value) => typeof value === 'string');
  const numbers = (keyword: string) =>
    views.map(({ value }) => Number(get(value, keyword))).filter(Number.isFinite);
  const least = Math.max(0, ...numbers('minLength'));
  const most = Math.max(least, Math.min(...numbers('maxLength'), least + 12));
  const [pattern] = texts('pattern');
  if (pattern !== undefined) return sampleOfPattern(pattern, least, random);
  const formatted = texts('format').map((format) => byFormat[format])[0];
  if (formatted !== undefined) return formatted;
  const length = least + Math.floor(random() * (most - least + 1));
  return 'lorem ipsum dolor sit amet '.repeat(Math.ceil(length / 27)).slice(0, length);
}

/** By randexp, which is installed beside the descriptions. */
function sampleOfPattern(pattern: string, least: number, random: Random): string {
  const Sampler = loadPatternSampler();
  try {
    const sampler = new Sampler(pattern.replace(/\{(\d+),\d{3,}\}/g, '{$1,}'));
    sampler.max = Math.max(4, least);
    sampler.randInt = (low, high) => wholeNumber(random, low, high);
    const texts = [sampler.gen(), sampler.gen(), sampler.gen()];
    return texts.find((text) => text.length >= least) ?? '';
  } catch {
    // Look-behind and the like: randexp cannot read the expression.
    return '';
  }
}

type PatternSampler = new (pattern: string) => {
  max: number;
  randInt: (low: number, high: number) => number;
  readonly gen: () => string;
};

function loadPatternSampler(): PatternSampler {
  const loaded: unknown = createRequire(join(corpusDirectory, 'package.json'))('randexp');
  if (!isPatternSampler(loaded)) throw new Error('randexp is not what it was');
  return loaded;
}

function isPatternSampler(value: unknown): value is PatternSampler {
  return typeof value === 'function' && typeof get(value.prototype, 'gen') === 'function';
}
