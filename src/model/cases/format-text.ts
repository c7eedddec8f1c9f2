/** What the project's validator asks of a format where the one used here asks less, or for something else. */
const stricter: Readonly<Record<string, (value: unknown) => boolean>> = {
  binary: text(/^data:/),
  byte: text(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
  email: text(/^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z0-9]+$/i),
  int32: (value) => typeof value !== 'number' || (value | 0) === value,
  int64: (value) => typeof value !== 'number' || Number.isInteger(value),
  ipv4: text(/^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/),
  'iso-date-time': text(/^\d{4}-(?:0[1-9]|1[0-2])-[0-2]\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/),
  'iso-time': text(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/),
  'uri-template': text(/^(?:[\w.~:/?#&=-]|\{\w+\})*$/),
  url: text(/^https?:\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}(?:\/[\w./?=&%-]*)?$/i),
};

/** Texts of formats that openapi-sampler has no sample of, or one that the project's validator refuses. */
const texts: Readonly<Record<string, string>> = {
  byte: 'c2FtcGxl',
  duration: 'P1D',
  'idn-email': 'user@example.com',
  'idn-hostname': 'example.com',
  'iso-date-time': '2019-08-24T14:15:22Z',
  'iso-time': '14:15:22Z',
  'json-pointer-uri-fragment': '#/json/pointer',
  'relative-json-pointer': '1/relative/json/pointer',
  uri: 'https://example.com/',
  url: 'https://example.com/',
};

/** Whether no format that the project checks refuses a value; those that both validators know alike are left to the other one. */
export function hasFormat(value: unknown, format: unknown): boolean {
  if (typeof format !== 'string' || !Object.hasOwn(stricter, format)) return true;
  return stricter[format]?.(value) ?? true;
}

/** A text of a format, or undefined if openapi-sampler has one. */
export function formatText(format: unknown): string | undefined {
  return typeof format === 'string' && Object.hasOwn(texts, format) ? texts[format] : undefined;
}

function text(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value !== 'string' || pattern.test(value);
}
