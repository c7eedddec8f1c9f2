import assert from 'node:assert/strict';

/** What the fields of a message hold, by their numbers. Protocol Buffers, encoding. */
export interface Message {
  readonly messages: (field: number) => readonly Message[];
  readonly bytes: (field: number) => Buffer | undefined;
  readonly text: (field: number) => string | undefined;
  readonly number: (field: number) => number | undefined;
}

/** Reads a message, whose every byte has to belong to a field. */
export function readMessage(buffer: Buffer): Message {
  const fields = new Map<number, (Buffer | bigint)[]>();
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = buffer[at++] ?? assert.fail('a number ends too early');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Buffer => {
    assert.ok(at + length <= buffer.length, 'a field ends too late');
    at += length;
    return buffer.subarray(at - length, at);
  };
  const value = (type: number): Buffer | bigint => {
    if (type === 0) return varint();
    if (type === 1) return take(8).readBigUInt64LE();
    if (type === 2) return take(Number(varint()));
    assert.equal(type, 5);
    return BigInt(take(4).readUInt32LE());
  };
  while (at < buffer.length) {
    const key = Number(varint());
    fields.set(key >> 3, [...(fields.get(key >> 3) ?? []), value(key & 7)]);
  }
  const chunks = (field: number): readonly Buffer[] =>
    (fields.get(field) ?? []).filter((each) => typeof each !== 'bigint');
  return {
    messages: (field) => chunks(field).map(readMessage),
    bytes: (field) => chunks(field)[0],
    text: (field) => chunks(field)[0]?.toString(),
    number: (field) => {
      const [found] = fields.get(field) ?? [];
      return typeof found === 'bigint' ? Number(found) : undefined;
    },
  };
}
