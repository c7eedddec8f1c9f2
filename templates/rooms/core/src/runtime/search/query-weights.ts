/** How much counts what is not the word itself. */
export interface QueryWeights {
  /** A word of the thesaurus where the index has not the word of the query. */
  readonly synonym: number;
  /** One where it has. */
  readonly synonymBeside: number;
  /** A word that only starts like that of the query. */
  readonly prefix: number;
  /** How the words for one thing add up: at 1 they are summed, the higher the more the best counts alone. */
  readonly norm: number;
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
  synonym: 0.8,
  synonymBeside: 0.85,
  prefix: 0.2,
  norm: 2.5,
  extent: 0.4,
  otherAction: 0.7,
  otherRead: 0.85,
  title: 2,
  finder: 0.88,
  alike: 0.75,
};
