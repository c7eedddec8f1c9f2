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

/** A text of a format, or undefined if openapi-sampler has one. */
export function formatText(format: unknown): string | undefined {
  return typeof format === 'string' && Object.hasOwn(texts, format) ? texts[format] : undefined;
}
