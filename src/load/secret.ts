/** A name that says that its value is a credential: of a query parameter, a header, a key. */
const secretName =
  /^(?:x-amz-(?:signature|credential|security-token)|sig|signature|pass|passwd|password|pwd|auth|authorization|jwt|bearer|credentials?|key|sas)$|token|secret|api-?_?key|access-?_?key|subscription-?_?key|private-?_?key/i;

/** True when a query parameter of this name is likely to hold a credential. */
export function namesSecret(name: string): boolean {
  return secretName.test(name);
}

/** The part of the URL that is a credential, as a message may name it (never its value). */
export function secretOfUrl(url: URL): string | undefined {
  if (url.username !== '' || url.password !== '') return 'a user name or password';
  const name = [...url.searchParams.keys()].find(namesSecret);
  return name === undefined ? undefined : `the query parameter \`${name}\``;
}

/** The URL without anything that could be a credential: for messages and the manifest. */
export function publicUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  shown.hash = '';
  if ([...shown.searchParams.keys()].some(namesSecret)) shown.search = '';
  return shown.href;
}
