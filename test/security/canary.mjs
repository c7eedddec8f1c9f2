// Preloaded into whatever is made of the hostile description: ends the process where a payload of it would show.
import { Socket } from 'node:net';

const fail = (what) => {
  process.stderr.write(`CANARY: ${what}\n`);
  process.exit(99);
};

Object.defineProperty(globalThis, 'PWNED', { set: () => fail('a payload ran') });

const { connect } = Socket.prototype;
Socket.prototype.connect = function (...args) {
  const [options] = args.flat();
  if (String(options?.port) !== process.env['CANARY_PORT']) fail('it connects elsewhere');
  return connect.apply(this, args);
};

process.on('exit', () => {
  if ('polluted' in {}) fail('a prototype is polluted');
});
