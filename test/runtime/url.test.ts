import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildRequest } from '../../templates/rooms/core/src/runtime/request/build.js';
import { ToolError } from '../../templates/rooms/core/src/runtime/tool-error.js';
import type { Parameter, RequestTemplate } from '../../templates/rooms/core/src/runtime/tool.js';
import { tool } from './tool.js';

const base = 'https://api.test/v1';

async function urlOf(request: Partial<RequestTemplate>, args: Readonly<Record<string, unknown>>) {
  const { url } = await buildRequest(tool(request), args, { base, userAgent: 'test' });
  return url;
}

describe('the URL of a request', () => {
  const id: Parameter = { in: 'path', name: 'id' };

  const hostile: readonly (readonly [value: string, url: string])[] = [
    ['a/../b', '/x/a%2F..%2Fb'],
    ['%2e%2e', '/x/%252e%252e'],
    ['..%2f', '/x/..%252f'],
    ['..\\..', '/x/..%5C..'],
    ['//evil.test', '/x/%2F%2Fevil.test'],
    ['?admin=1', '/x/%3Fadmin%3D1'],
    ['#top', '/x/%23top'],
    ['a\0b', '/x/a%00b'],
    ['a\r\nb', '/x/a%0D%0Ab'],
    ['@evil.test', '/x/%40evil.test'],
    ['http://evil.test/', '/x/http%3A%2F%2Fevil.test%2F'],
    ["'();*!", '/x/%27%28%29%3B%2A%21'],
    ['é…😀', '/x/%C3%A9%E2%80%A6%F0%9F%98%80'],
    ['...', '/x/...'],
    [' ', '/x/%20'],
  ];
  for (const [value, expected] of hostile) {
    it(`keeps ${JSON.stringify(value)} in its path segment`, async () => {
      assert.equal(
        await urlOf({ path: '/x/{id}', parameters: [id] }, { id: value }),
        base + expected,
      );
    });
  }

  for (const value of ['', '.', '..', '\ud800']) {
    it(`refuses ${JSON.stringify(value)} as a path segment`, async () => {
      await assert.rejects(urlOf({ path: '/x/{id}', parameters: [id] }, { id: value }), ToolError);
    });
  }

  for (const path of [
    '/../{id}',
    '/%2e%2e/{id}',
    '/\\..\\..\\{id}',
    '/.{id}/admin',
    '/a/..\\..\\..\\{id}',
  ]) {
    it(`refuses to leave the base by ${path}`, async () => {
      await assert.rejects(urlOf({ path, parameters: [id] }, { id: '.' }), ToolError);
    });
  }

  it('needs every path argument', async () => {
    await assert.rejects(urlOf({ path: '/x/{id}', parameters: [id] }, {}), ToolError);
    await assert.rejects(urlOf({ path: '/x/{toString}' }, {}), ToolError);
  });

  const styles: readonly (readonly [Partial<Parameter>, unknown, string])[] = [
    [{ in: 'path' }, [3, 4], '/x/3,4'],
    [{ in: 'path' }, { R: 1, G: 2 }, '/x/R,1,G,2'],
    [{ in: 'path', explode: true }, { R: 1, G: 2 }, '/x/R=1,G=2'],
    [{ in: 'path', style: 'label' }, 5, '/x/.5'],
    [{ in: 'path', style: 'label' }, [3, 4], '/x/.3,4'],
    [{ in: 'path', style: 'label', explode: true }, [3, 4], '/x/.3.4'],
    [{ in: 'path', style: 'label', explode: true }, { R: 1, G: 2 }, '/x/.R=1.G=2'],
    [{ in: 'path', style: 'matrix' }, 5, '/x/;id=5'],
    [{ in: 'path', style: 'matrix' }, [3, 4], '/x/;id=3,4'],
    [{ in: 'path', style: 'matrix', explode: true }, [3, 4], '/x/;id=3;id=4'],
    [{ in: 'path', style: 'matrix', explode: true }, { R: 1, G: 2 }, '/x/;R=1;G=2'],
    [{ in: 'query' }, 'a b&c=d+e', '/x?id=a%20b%26c%3Dd%2Be'],
    [{ in: 'query' }, false, '/x?id=false'],
    [{ in: 'query' }, '', '/x?id='],
    [{ in: 'query' }, [3, 4], '/x?id=3&id=4'],
    [{ in: 'query' }, [], '/x'],
    [{ in: 'query' }, null, '/x'],
    [{ in: 'query', explode: false }, ['a,b', 'c'], '/x?id=a%2Cb,c'],
    [{ in: 'query' }, { R: 1, G: 2 }, '/x?R=1&G=2'],
    [{ in: 'query', explode: false }, { R: 1, G: 2 }, '/x?id=R,1,G,2'],
    [{ in: 'query', style: 'spaceDelimited' }, [3, 4], '/x?id=3%204'],
    [{ in: 'query', style: 'pipeDelimited' }, [3, 4], '/x?id=3%7C4'],
    [{ in: 'query', style: 'pipeDelimited', explode: true }, [3, 4], '/x?id=3&id=4'],
    [
      { in: 'query', style: 'deepObject' },
      { a: 1, b: { c: 2 } },
      '/x?id%5Ba%5D=1&id%5Bb%5D%5Bc%5D=2',
    ],
    [{ in: 'query', allowReserved: true }, '/a:b?c#d&e', '/x?id=/a:b?c%23d%26e'],
    [{ in: 'query', contentType: 'application/json' }, { a: [1] }, '/x?id=%7B%22a%22%3A%5B1%5D%7D'],
  ];
  for (const [parameter, value, expected] of styles) {
    it(`writes ${JSON.stringify(parameter)} ${JSON.stringify(value)} as ${expected}`, async () => {
      const path = parameter.in === 'path' ? '/x/{id}' : '/x';
      const parameters = [{ ...id, ...parameter }];
      assert.equal(await urlOf({ path, parameters }, { id: value }), base + expected);
    });
  }

  it('keeps the fixed query of a path before the arguments', async () => {
    const parameters = [{ in: 'query', name: 'a' }] as const;
    assert.equal(await urlOf({ path: '/?v=2', parameters }, { a: 1 }), `${base}/?v=2&a=1`);
  });

  it('sends an argument under its name on the wire, and nothing that is inherited', async () => {
    const parameters: readonly Parameter[] = [
      { in: 'query', name: '$filter', argument: 'filter' },
      { in: 'query', name: 'constructor' },
    ];
    assert.equal(await urlOf({ path: '/x', parameters }, { filter: 'f' }), `${base}/x?%24filter=f`);
  });
});
