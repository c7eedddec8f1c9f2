import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startUpstream, type Upstream } from '../support/upstream.js';
import { createRig } from './rig.js';

/** By path: the status and location of the reply. */
const redirects: Readonly<Record<string, readonly [number, string]>> = {
  '/absolute': [301, '{url}/a/end?x=1'],
  '/rooted': [302, '/a/end?x=1'],
  '/relative': [303, 'a/end?x=1'],
  '/query': [307, '/a/end?x=1#part'],
  '/scheme': [308, '//{host}/a/end?x=1'],
  '/spaces': [302, '/a/e nd'],
  '/five': [302, '/four'],
  '/four': [302, '/three'],
  '/three': [302, '/two'],
  '/two': [302, '/rooted'],
  '/six': [302, '/five'],
  '/loop-a': [307, '/loop-b'],
  '/loop-b': [308, '/loop-a'],
  '/nowhere': [302, ''],
  '/file': [302, 'file:///etc/passwd'],
  '/user': [302, 'http://me:secret@{host}/a/end'],
  '/multiple': [300, '/a/end'],
  '/not-modified': [304, '/a/end'],
};

describe('a redirect', () => {
  let api: Upstream;

  before(async () => {
    api = await startUpstream(({ url }, response) => {
      const redirect = redirects[url];
      if (redirect === undefined) {
        response.writeHead(200, { 'content-type': 'text/plain' }).end('there');
        return;
      }
      const [status, location] = redirect;
      const { host } = new URL(api.url);
      const place = location.replace('{url}', api.url).replace('{host}', host);
      response.writeHead(status, place === '' ? {} : { location: place }).end();
    });
  });
  after(() => api[Symbol.asyncDispose]());

  for (const method of ['GET', 'HEAD'] as const) {
    for (const path of ['absolute', 'rooted', 'relative', 'query', 'scheme', 'five']) {
      it(`(${path}) of ${method} is followed`, async () => {
        const { isError, text } = await createRig(api.url).call(method, path);
        assert.equal(isError, false, text);
        const { method: sent, url } = api.requests.at(-1) ?? assert.fail();
        assert.deepEqual({ sent, url }, { sent: method, url: '/a/end?x=1' });
      });
    }
  }

  it('is followed with its spaces encoded', async () => {
    assert.equal((await createRig(api.url).call('GET', 'spaces')).text, 'there');
    assert.equal(api.requests.at(-1)?.url, '/a/e%20nd');
  });

  for (const [method, path] of [
    ['POST', 'rooted'],
    ['POST', 'query'],
    ['PUT', 'query'],
    ['DELETE', 'scheme'],
    ['PATCH', 'relative'],
    ['GET', 'nowhere'],
    ['GET', 'file'],
    ['GET', 'user'],
    ['GET', 'multiple'],
    ['GET', 'not-modified'],
  ] as const) {
    it(`(${path}) of ${method} is not`, async () => {
      const before = api.requests.length;
      const { isError } = await createRig(api.url).call(method, path);
      assert.equal(isError, true);
      assert.equal(api.requests.length, before + 1);
    });
  }

  for (const path of ['six', 'loop-a']) {
    it(`(${path}) too many is an error`, async () => {
      const before = api.requests.length;
      const { isError, text } = await createRig(api.url).call('GET', path);
      assert.equal(isError, true);
      assert.match(text, /redirected 6 times without an end/);
      assert.equal(api.requests.length, before + 6);
    });
  }
});
