import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { definitionOf } from '../../src/definition.js';
import type { ServerDefinition } from '../../templates/rooms/core/src/runtime/tool.js';
import { generateFixture, readFixture } from '../support/fixture.js';
import { createWorkspace } from '../support/workspace.js';

describe('what is served from memory', { concurrency: 2 }, () => {
  for (const name of ['auth', 'hostile', 'oddities', 'petstore', 'recursion', 'weather']) {
    it(`is what a generation writes of ${name}`, async () => {
      await using workspace = await createWorkspace();
      const { directory, model } = await generateFixture(
        await readFixture(name),
        workspace.directory,
      );
      const server = pathToFileURL(join(directory, 'src/server.ts')).href;
      const { definition } = (await import(server)) as { readonly definition: ServerDefinition };
      assert.deepEqual(await loaded(definitionOf(model)), await loaded(definition));
    });
  }
});

/** All of it, with the groups and resources that are loaded when they are needed. */
async function loaded({ groups, resources, ...rest }: ServerDefinition) {
  return {
    rest: plain(rest),
    groups: await Promise.all(
      groups.map(async ({ tools, load }) => plain({ names: tools, ...(await load()) })),
    ),
    resources: plain((await resources?.()) ?? {}),
  };
}

/** In the order of its keys too, and without what is undefined. */
function plain(value: unknown): string {
  return JSON.stringify(value, undefined, 1);
}
