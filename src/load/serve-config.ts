import { z } from 'zod';
import { roomNames } from '../rooms.js';

const text = z.string().min(1);
const names = z.array(text).min(1).readonly();
const scopes = z
  .array(z.string().regex(/^[!\x23-\x5b\x5d-~]+$/, { error: 'is no OAuth scope' }))
  .min(1)
  .readonly();

const rule = z
  .strictObject({
    tools: z
      .union([text, names])
      .exactOptional()
      .describe('Patterns of operations, as in `include`; default: all.'),
    class: z
      .enum(['read', 'write', 'destructive'])
      .exactOptional()
      .describe('`write` is whatever does not only read, `destructive` a part of that.'),
    scopes: scopes.exactOptional().describe('OAuth scopes, all of which the caller needs.'),
    roles: names.exactOptional().describe('Roles, one of which the caller needs.'),
    callers: names.exactOptional().describe('Names of tokens or keys, one of which is needed.'),
  })
  .refine(
    (rule) => rule.scopes !== undefined || rule.roles !== undefined || rule.callers !== undefined,
    {
      error: 'names neither `scopes` nor `roles` nor `callers`',
    },
  )
  .readonly();

const grants = z
  .strictObject({
    scopes: scopes.exactOptional(),
    roles: names.exactOptional(),
  })
  .readonly();

/** The config's `serve`: what the server has, and who may do what. */
export const serve = z
  .strictObject({
    with: z
      .array(z.enum(roomNames))
      .readonly()
      .exactOptional()
      .describe('Parts that the project has besides what every project has.'),
    access: z
      .array(rule)
      .readonly()
      .exactOptional()
      .describe(
        'Who may use which tools; a caller needs what each rule asks for that covers a tool.',
      ),
    scopesFromSpec: z
      .boolean()
      .exactOptional()
      .describe('Tools also need the OAuth scopes that the description names.'),
    callers: z
      .record(text, grants)
      .readonly()
      .exactOptional()
      .describe(
        'What callers may do besides what their tokens say, by the name of the token or key.',
      ),
  })
  .readonly()
  .describe('What the generated server has, and who may do what on it.');
