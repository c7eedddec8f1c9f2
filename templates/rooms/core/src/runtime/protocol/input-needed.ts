import type { InputRequiredResult } from '@modelcontextprotocol/server';

/** Thrown through everything that stands around a call, which has no result until its client's user has answered. */
export class InputNeeded extends Error {
  override readonly name = 'InputNeeded';
  constructor(readonly result: InputRequiredResult) {
    super('The call needs input from the user.');
  }
}

/** A call's result, or what the client is asked for before there is one. MCP 2026-07-28, multi round-trip requests. */
export async function orInputNeeded<T>(work: Promise<T>): Promise<T | InputRequiredResult> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof InputNeeded) return error.result;
    throw error;
  }
}
