// Ends with 0 if the server of this machine answers GET /health, as its environment says where, else with 1. A server
// on stdio has no port to ask: whoever started it sees when it ends.
const { MCP_TRANSPORT: transport, HOST: host = '', PORT: port = '' } = process.env;

/** An address of every interface is none that can be asked. */
function reachable(name) {
  if (name === '' || name === '0.0.0.0') return '127.0.0.1';
  if (name === '::') return '[::1]';
  return name.includes(':') ? `[${name}]` : name;
}

async function isHealthy() {
  const url = `http://${reachable(host.trim())}:${port.trim() || '3000'}/health`;
  const response = await fetch(url, { signal: AbortSignal.timeout(4_000) });
  return response.ok;
}

process.exitCode = transport?.trim() !== 'http' || (await isHealthy().catch(() => false)) ? 0 : 1;
