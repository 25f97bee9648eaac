import type { IncomingMessage } from 'node:http';

const LONGEST_FORM = 10_000;

/** Reads the fields of a small HTML form that was posted. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST_FORM)
      throw new Error(`Expected a form of at most ${LONGEST_FORM} characters, but got more`);
  }
  return new URLSearchParams(text);
}
