import type { compile } from '@jmespath-community/jmespath';

/** A part of a parsed expression. */
export type Node = ReturnType<typeof compile>;

export type NodeOf<Type extends Node['type']> = Node & { readonly type: Type };
