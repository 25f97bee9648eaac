import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '../shared/id.js';
import { idOf } from '../shared/id.js';
import type { Instant } from '../shared/time.js';

/**
 * Makes a UUIDv7 (RFC 9562 §5.7) that begins with `at`, so that ids sort by age. The rest is chance, or, with a `seed`, the
 * same for the same seed: then a start that is repeated finds its instance instead of making a second one.
 */
export function createProcessInstanceId(at: Instant, seed?: string): Id<'ProcessInstance'> {
  const bytes = seed === undefined ? randomBytes(16) : createHash('sha256').update(seed).digest().subarray(0, 16);
  bytes.writeUIntBE(Date.parse(at), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return idOf(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}
