import { createHash } from 'node:crypto';

/** SHA-256 of texts in their order; the same texts, the same checksum. */
export const checksumOf = (...texts: readonly string[]): string =>
  texts.reduce((hash, text) => hash.update(`${text.length}:`).update(text), createHash('sha256')).digest('hex');
