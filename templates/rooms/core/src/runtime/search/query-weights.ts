/** How much counts what is not the word itself. */
export interface QueryWeights {
  /** What a saying means, where a word of the query itself counts 1. */
  readonly meaning: number;
  /** The same where all words of the query are terms of the index: it speaks the language of the API. */
  readonly fluentMeaning: number;
  /** Exponent of the words that name one meaning, by which their sum is divided. */
  readonly breadth: number;
  /** Exponent of the words of a saying: of many words it tells more. */
  readonly phrase: number;
  /** What a word means by itself that is also part of a longer saying. */
  readonly within: number;
  /** What a stop word means: "my" may ask for what the caller owns. */
  readonly stopWord: number;
  /** A word in quotation marks. */
  readonly quoted: number;
  /** A word that only starts like that of the query. */
  readonly prefix: number;
  /** Exponent of how much a tool says: what was not asked for speaks against it. */
  readonly extent: number;
  /** A tool that does something else than the query's verb says. */
  readonly otherAction: number;
  /** One that reads a single thing where many are wanted, or the other way round. */
  readonly otherRead: number;
  /** A tool whose summary is the query. */
  readonly title: number;
  /** A tool that finds what a better one needs, of the score of that. */
  readonly finder: number;
  /** Each further tool that reads like a better one. */
  readonly alike: number;
}

/** Found by trying, on the tasks that are not held back. */
export const queryWeights: QueryWeights = {
  meaning: 1.05,
  fluentMeaning: 0.7,
  breadth: 0.4,
  phrase: 0.6,
  within: 0.3,
  stopWord: 0.4,
  quoted: 0.3,
  prefix: 0.2,
  extent: 0.4,
  otherAction: 0.7,
  otherRead: 0.83,
  title: 2,
  finder: 0.86,
  alike: 0.75,
};
