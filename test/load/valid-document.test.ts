import assert from 'node:assert/strict';
import { it } from 'node:test';
import SwaggerParser from '@apidevtools/swagger-parser';
import type { OpenAPI } from 'openapi-types';
import { loadSource } from '../../src/load/load-source.js';
import { repository } from '../support/workspace.js';

const sources = ['fixtures/weather/mcp-gen.config.yaml', 'fixtures/swagger/swagger.yaml'];

for (const source of sources) {
  it(`makes a document of ${source} that an independent validator accepts`, async () => {
    const { document } = await loadSource(
      { source, cwd: repository, allowRemoteRefs: [], sourceHeaders: {} },
      ({ message }) => assert.fail(message),
    );
    await SwaggerParser.validate(JSON.parse(JSON.stringify(document)) as OpenAPI.Document);
  });
}
