import type { Caller } from '../../templates/rooms/core/src/runtime/inbound/caller.js';
import { createGate } from '../../templates/rooms/core/src/runtime/inbound/gate.js';
import { createRuntime, type Runtime } from '../../templates/rooms/core/src/runtime/runtime.js';

type Variables = Readonly<Record<string, string>>;

/** The runtime of a server over HTTP. */
export function httpRuntime(env: Variables): Runtime {
  const definition = {
    ...{ name: 'test', title: 'Test', version: '1', servers: {}, securitySchemes: {} },
    ...{ groups: [], prompts: [], server: { url: 'http://localhost', env: 'API_BASE_URL' } },
  };
  return createRuntime(definition, {}, { MCP_TRANSPORT: 'http', LOG_LEVEL: 'silent', ...env });
}

/** Whom the gate of a server lets in, or the status with which it does not. */
export async function openGate(
  runtime: Runtime,
): Promise<(headers: Variables) => Promise<Caller | number>> {
  const gate = await createGate(runtime);
  return async (headers) => {
    const result = await gate(new Request('http://localhost/mcp', { method: 'POST', headers }));
    return 'id' in result ? result : result.response.status;
  };
}
