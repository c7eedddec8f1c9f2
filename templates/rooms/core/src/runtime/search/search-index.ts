/** What is searched: made at generation, read at the first search. Tools have the numbers of their places in the groups. */
export interface SearchIndex {
  /**
   * Sorted: the stem, a space, and for each tool that has it the distance from the one before in base 36 and its weight
   * as a capital letter, Z the highest.
   */
  readonly terms: readonly string[];
  /** What sayings mean: stems of words that name it, separated by spaces; `-` for each word that no tool has. */
  readonly senses: readonly string[];
  /**
   * What people say: the first stem of sayings, a space, and, separated by commas, the other stems of each and the
   * numbers of its senses in base 36, with full stops between them.
   */
  readonly sayings: readonly string[];
  /** A letter a tool: what it does, the first of `list`, `get`, `create`, `update`, `delete`, or `-`. */
  readonly actions: string;
  /** A letter a tool: how much its name and summary say, A the least. Between two that fit, the simpler one is meant. */
  readonly extents: string;
  /** Numbers of the tools that find what a tool needs, by its number. */
  readonly finders: Readonly<Record<string, readonly number[]>>;
  /** Four characters a tool: the code of its summary. Tools of one code read alike. */
  readonly titles: string;
}
