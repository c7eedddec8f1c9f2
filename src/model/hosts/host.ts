/** Hosts whose limits are known, as `--profile` names them. */
export const hostNames = [
  'claude',
  'claude-code',
  'cursor',
  'vscode',
  'openai',
  'gemini',
  'bedrock',
] as const;

export type HostName = (typeof hostNames)[number];

/** How a fact is known: from the host's manual, from its source, or from what users met. */
export type Basis = 'documented' | 'source' | 'observed';

/** Something that is known of a host. */
export interface Fact<T> {
  readonly value: T;
  readonly basis: Basis;
  /** URLs. */
  readonly sources: readonly [string, ...string[]];
}

/** What a name may look like; no longer than `longest` characters. */
export interface NameRule {
  /** The characters that it begins with, as a character class without brackets; absent: any of `characters`. */
  readonly first?: string;
  /** As a character class without brackets. */
  readonly characters: string;
  readonly longest: number;
}

/** How a host calls a tool towards its model: with a prefix that names the server. */
export interface FullName {
  /** `{server}` stands for the server's name. */
  readonly prefix: string;
  /** Characters that the host cuts the prefix to. */
  readonly longestPrefix?: number;
  /** Of prefix and tool together, in characters. */
  readonly longest: number;
  /** Whether the host leaves longer ones out, or cuts them so that two tools may become one. */
  readonly longer: 'left out' | 'cut';
}

/** A form of a schema that some hosts do not know. */
export type SchemaForm =
  | 'root combinators'
  | 'other root keywords'
  | 'const'
  | 'exclusive bounds'
  | 'type lists'
  | 'arrays without items'
  | 'enums beyond texts and numbers'
  | 'references';

/** What a host does not take of a schema: it refuses the tool, or reads it without. */
export interface SchemaGaps {
  readonly forms: readonly SchemaForm[];
  /** Keywords below the root. */
  readonly keywords?: readonly string[];
  /** The models that it holds for; absent: all. */
  readonly models?: string;
}

/** The limits of a host; what is absent is not known to be limited. */
export interface Host {
  readonly title: string;
  readonly toolName?: Fact<NameRule>;
  readonly fullName?: Fact<FullName>;
  /** Of the properties of the root of an input schema. */
  readonly argumentName?: Fact<NameRule>;
  /** Tools of all servers together. */
  readonly toolCount?: Fact<number>;
  /** Characters of a tool's description. */
  readonly description?: Fact<number>;
  readonly refused?: Fact<SchemaGaps>;
  readonly ignored?: Fact<SchemaGaps>;
  /** Characters of a result beyond which it is cut or put aside. */
  readonly result?: Fact<ResultLimit>;
}

export interface ResultLimit {
  readonly characters: number;
  /** The limit as the host states it, where it counts something else. */
  readonly stated?: string;
  /** What a tool may ask for by `_meta` (`anthropic/maxResultSizeChars`), which the runtime does for `maxResultChars`. */
  readonly announced?: number;
}
