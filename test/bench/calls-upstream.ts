/** The API that the measured servers call: a process of its own that answers everything at once with the same JSON. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const item = { id: 7, name: 'Rex', status: 'available', tags: ['a', 'b'], price: 12.5 };
const body = JSON.stringify({ items: Array.from({ length: 5 }, () => item), next: null });
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.once('disconnect', () => {
  process.exit();
});
