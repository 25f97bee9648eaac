import { createHash } from 'node:crypto';
import type { LetterContent } from '../../runtime/case-ports.js';

/** SHA-256 of what stands in a letter, in hexadecimal: the same for ever, and another if one character is. */
export function letterChecksum(content: LetterContent): string {
  const { language, municipality, recipient, reference, at, title, text } = content;
  const written = [language, municipality, recipient, reference, at, title, text].join('\n');
  return createHash('sha256').update(written).digest('hex');
}
