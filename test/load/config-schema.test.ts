import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { load } from 'js-yaml';
import { configJsonSchema } from '../../src/load/config.js';
import { repository } from '../support/workspace.js';

const file = join(repository, 'src/load/config.schema.json');

it('publishes the JSON Schema of the config as it is', async () => {
  const text = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
  if (process.env['UPDATE']) await writeFile(file, text);
  assert.equal(await readFile(file, 'utf8'), text);
});

it('publishes a schema that editors accept a config by', async () => {
  const validate = new Ajv2020({ strict: false, logger: false }).compile(configJsonSchema());
  const config = join(repository, 'fixtures/weather/mcp-gen.config.yaml');
  assert.equal(
    validate(load(await readFile(config, 'utf8'))),
    true,
    JSON.stringify(validate.errors),
  );
  assert.equal(validate({ endpoint: [] }), false);
});
