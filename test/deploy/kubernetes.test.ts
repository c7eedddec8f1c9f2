import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { format } from 'prettier';
import type { RoomName } from '../../src/rooms.js';
import { get } from '../corpus/document.js';
import { sampleModel } from '../emit/sample-model.js';
import { startHttp } from '../runtime/process.js';
import { buildSampleProject } from '../runtime/sample-project.js';
import { send } from '../serving/send.js';
import { createWorkspace } from '../support/workspace.js';
import { contentOf, filesWith } from './files.js';

const path = 'deploy/kubernetes.yaml';
const name = `${sampleModel.name}-mcp`;
const label = { 'app.kubernetes.io/name': name };

/** What is at a place below a value, such as `spec.ports.0.name`. */
function at(value: unknown, place: string): unknown {
  return place.split('.').reduce(get, value);
}

/** The manifests of a project with these rooms, by kind. */
function manifests(...rooms: readonly RoomName[]): (kind: string) => unknown {
  const documents = parseAllDocuments(contentOf(filesWith(['kubernetes', ...rooms]), path), {
    strict: true,
    uniqueKeys: true,
  });
  const byKind = new Map(
    documents.map((document) => {
      assert.deepEqual([...document.errors, ...document.warnings], []);
      const manifest: unknown = document.toJS();
      return [String(at(manifest, 'kind')), manifest];
    }),
  );
  assert.equal(byKind.size, documents.length);
  return (kind) => byKind.get(kind) ?? assert.fail(kind);
}

const plain = manifests();
const pod = at(plain('Deployment'), 'spec.template.spec');
const container = at(pod, 'containers.0');
const settings = at(plain('ConfigMap'), 'data') as Readonly<Record<string, string>>;

describe('the manifests for Kubernetes', () => {
  it('are there only when asked for, and are the user’s', () => {
    assert.ok(filesWith([]).every((file) => file.path !== path));
    const file = filesWith(['kubernetes']).find((candidate) => candidate.path === path);
    assert.equal(file?.ownership, 'scaffold');
  });

  it('hold nothing of the source but the name of the server', () => {
    const texts = { title: 'x\n---\nkind: Secret', summary: '\n---\n', version: '"{{evil}}"' };
    const files = filesWith(['kubernetes'], texts);
    assert.equal(contentOf(files, path), contentOf(filesWith(['kubernetes']), path));
  });

  it('are formatted as the rest of the project', async () => {
    for (const rooms of [[], ['metrics', 'redis', 'legacy-sse']] as const) {
      const content = contentOf(filesWith(['kubernetes', ...rooms]), path);
      const options = { parser: 'yaml', singleQuote: true, printWidth: 100 } as const;
      assert.equal(await format(content, options), content);
    }
  });

  const kinds: readonly (readonly [kind: string, apiVersion: string])[] = [
    ['ConfigMap', 'v1'],
    ['Deployment', 'apps/v1'],
    ['Service', 'v1'],
    ['HorizontalPodAutoscaler', 'autoscaling/v2'],
    ['PodDisruptionBudget', 'policy/v1'],
    ['NetworkPolicy', 'networking.k8s.io/v1'],
  ];
  for (const [kind, apiVersion] of kinds) {
    it(`name and label a ${kind}`, () => {
      const manifest = plain(kind);
      assert.equal(at(manifest, 'apiVersion'), apiVersion);
      assert.deepEqual(at(manifest, 'metadata'), { name, labels: label });
    });
  }

  it('find what they are about', () => {
    assert.deepEqual(at(plain('Deployment'), 'spec.selector.matchLabels'), label);
    assert.deepEqual(at(plain('Deployment'), 'spec.template.metadata.labels'), label);
    assert.deepEqual(at(plain('Service'), 'spec.selector'), label);
    assert.deepEqual(at(plain('PodDisruptionBudget'), 'spec.selector.matchLabels'), label);
    assert.deepEqual(at(plain('NetworkPolicy'), 'spec.podSelector.matchLabels'), label);
    assert.deepEqual(at(plain('HorizontalPodAutoscaler'), 'spec.scaleTargetRef'), {
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', name },
    });
    // Or each apply would undo what the autoscaler has done.
    assert.equal(at(plain('Deployment'), 'spec.replicas'), undefined);
    const port = at(container, 'ports.0') as { readonly name: string };
    assert.deepEqual(port, { name: 'http', containerPort: Number(settings['PORT']) });
    assert.equal(at(plain('Service'), 'spec.ports.0.targetPort'), port.name);
    assert.equal(at(plain('NetworkPolicy'), 'spec.ingress.0.ports.0.port'), port.name);
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      assert.equal(at(container, `${probe}.httpGet.port`), port.name);
    }
  });

  it('let the process do little', () => {
    assert.deepEqual(at(container, 'securityContext'), {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    assert.deepEqual(at(pod, 'securityContext'), {
      ...{ runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000 },
      seccompProfile: { type: 'RuntimeDefault' },
    });
    assert.equal(at(pod, 'automountServiceAccountToken'), false);
    for (const limit of ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']) {
      assert.ok(at(container, `resources.${limit}`), limit);
    }
  });

  it('hold no secret, and let the ConfigMap have the last word', () => {
    assert.deepEqual(at(container, 'envFrom'), [
      { secretRef: { name } },
      { configMapRef: { name } },
    ]);
    assert.doesNotMatch(contentOf(filesWith(['kubernetes']), path), /kind: Secret|TOKEN|PASSWORD=/);
    assert.ok(!('MCP_ALLOW_UNAUTHENTICATED' in settings));
  });

  it('give the server time to end', () => {
    const needed =
      Number(settings['MCP_SHUTDOWN_DELAY_MS']) + Number(settings['MCP_SHUTDOWN_DEADLINE_MS']);
    assert.ok(needed > 10_000);
    const grace = Number(at(pod, 'terminationGracePeriodSeconds')) * 1_000;
    assert.ok(grace >= needed + 3_000, String(grace));
  });

  it('run a server that answers the probes, and nobody without a token', async () => {
    await using workspace = await createWorkspace();
    await buildSampleProject(workspace.directory);
    await using server = await startHttp(join(workspace.directory, 'dist/index.js'), {
      ...{ ...settings, PORT: '0', MCP_AUTH_TOKEN: 'token-of-the-secret' },
      PETSTORE_API_KEY: 'key',
    });
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
      const asked = { method: 'GET', path: String(at(container, `${probe}.httpGet.path`)) };
      const headers = { host: '10.1.2.3:3000' };
      assert.equal((await send(url, { ...asked, headers })).status, 200);
    }
    const headers = { host: name, authorization: 'Bearer token-of-the-secret' };
    assert.equal((await send(url, { headers })).status, 200);
    assert.equal((await send(url, { headers: { host: name } })).status, 401);
  });

  it('open a port for metrics, to whoever reads them, only where there are any', () => {
    const metrics = manifests('metrics');
    const data = at(metrics('ConfigMap'), 'data');
    assert.equal(at(data, 'MCP_METRICS_PORT'), '9464');
    const template = at(metrics('Deployment'), 'spec.template');
    assert.deepEqual(at(template, 'spec.containers.0.ports.1'), {
      name: 'metrics',
      containerPort: 9464,
    });
    const annotations = at(template, 'metadata.annotations');
    assert.deepEqual(annotations, {
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': '9464',
      'prometheus.io/path': '/metrics',
    });
    const rule = at(metrics('NetworkPolicy'), 'spec.ingress.1');
    assert.equal(at(rule, 'ports.0.port'), 'metrics');
    assert.ok(at(rule, 'from.0.namespaceSelector.matchLabels'));
    assert.doesNotMatch(
      contentOf(filesWith(['kubernetes']), path),
      /name: metrics|9464|prometheus/,
    );
  });

  it('name Redis, and keep a client on its pod, only where that is wanted', () => {
    const data = at(manifests('redis')('ConfigMap'), 'data');
    assert.equal(at(data, 'MCP_REDIS_URL'), 'redis://redis:6379');
    assert.ok(!('MCP_REDIS_URL' in settings));
    const sticky = manifests('legacy-sse')('Service');
    assert.equal(at(sticky, 'spec.sessionAffinity'), 'ClientIP');
    assert.equal(at(plain('Service'), 'spec.sessionAffinity'), undefined);
  });
});
