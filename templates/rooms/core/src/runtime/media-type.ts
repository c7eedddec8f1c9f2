/** A media type without its parameters, in lower case; '' if there is none. RFC 9110, section 8.3.1. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}
