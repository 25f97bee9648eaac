const mostOctets = 75;

/** A property as a line of iCalendar text, ended by CRLF and folded where it is longer than 75 octets (RFC 5545 §3.1). */
export function contentLine(name: string, value: string): string {
  const lines = [''];
  let octets = 0;
  // By character: one that is several octets long must not be torn apart.
  for (const character of `${name}:${value}`) {
    const length = Buffer.byteLength(character);
    if (octets + length > mostOctets) {
      lines.push(' ');
      octets = 1;
    }
    lines[lines.length - 1] += character;
    octets += length;
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** A text as the value of a property (RFC 5545 §3.3.11); what cannot be written there is left out. */
export function textValue(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n');
}

/** A text as the value of a parameter, in quotes, which it cannot contain itself (RFC 5545 §3.2). */
export function quotedParameter(text: string): string {
  return `"${withoutControls(text).replace(/["\n]/g, ' ')}"`;
}

const withoutControls = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, ' ');
