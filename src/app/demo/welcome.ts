import type { Configuration } from '../config/configuration.js';
import { demoPersonas } from './personas.js';

/** What is printed when Boligflyt is ready: where it is, and whom to log in as. */
export function welcome({ demo, publicUrl, oidc, dataFolder, database }: Configuration): string {
  const ready = `\nBoligflyt er klar: ${publicUrl}\n`;
  if (!demo || oidc !== undefined) return ready;

  const widest = Math.max(...demoPersonas.map(({ name }) => name.length));
  const people = demoPersonas.map(({ name, role }) => `  ${name.padEnd(widest)}  ${role}`);
  const kept = database === undefined ? `\nAlt ligger i ${dataFolder}.` : '';
  return `${ready}\nLogg inn som en av disse, uten passord:\n${people.join('\n')}\n${kept} Ctrl-C stopper.\n`;
}
