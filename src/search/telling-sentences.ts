/** A sentence that stands in more descriptions than this tells nothing about any of them. */
const mostRepeats = 8;

/** Sentences that are kept of a description. */
const mostSentences = 4;

/** Descriptions without the sentences that many of them share, and without what comes late in long ones. */
export function tellingSentences(descriptions: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  const texts = descriptions.map((description) => description.split(/\.\s+/));
  for (const sentence of texts.flat()) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return texts.map((sentences) =>
    sentences
      .filter((sentence, place) => place === 0 || (counts.get(sentence) ?? 0) <= mostRepeats)
      .slice(0, mostSentences)
      .join('. '),
  );
}
