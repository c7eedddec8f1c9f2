import type { SearchIndex } from '../search/search-index.js';

/** How a model finds its way among tools that are too many to list. */
export interface SurfaceDefinition {
  /** Callers who may use more tools than this search for them, where MCP_SURFACE is `auto`. */
  readonly threshold: number;
  /** Names of tools that are listed even then. */
  readonly favourites: readonly string[];
  /** Of each group of tools, in their order. */
  readonly tags: readonly Tag[];
  readonly index: () => Promise<{ readonly index: SearchIndex }>;
}

/** What the tools of a group have in common, and what each of them does at worst. */
export interface Tag {
  /** As the description of the API spells it. */
  readonly title: string;
  /** A letter for each tool, in their order: `r`, `w` or `d` for its class, `-` if it only serves a resource. */
  readonly classes: string;
}
