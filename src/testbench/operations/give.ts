import type { Rejection } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import type { HostCommand } from '../host/host.js';
import { RefusalError } from '../refusal.js';

/** Gives a command to an instance and carries out what follows; a rejection is the answer. */
export function give(bench: Bench, instance: string, command: HostCommand): void {
  const { host } = bench;
  host.cases.get(instance);
  const rejection = host.tryGive(instance, command);
  if (rejection !== undefined) throw refusalOf(command.type, rejection);
  bench.settle();
}

/** A rejection of the engine as the protocol tells it. */
export function refusalOf(what: string, rejection: Rejection): RefusalError {
  const { reason, ...details } = rejection;
  const code = /-not-(found|active)$/.test(reason) ? 'NOT_FOUND' : reason.replaceAll('-', '_').toUpperCase();
  const seen = Object.keys(details).length === 0 ? '' : ` ${JSON.stringify(details)}`;
  const element = elementOf(details);
  return new RefusalError(
    code,
    `Expected ${wordsOf(what)} to be possible, but it was refused: ${wordsOf(reason)}${seen}`,
    element === undefined ? {} : { element },
  );
}

const wordsOf = (text: string): string =>
  text
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

function elementOf(details: JsonObject | object): string | undefined {
  const { element, node } = { element: undefined, node: undefined, ...details };
  if (typeof element === 'string') return element;
  return typeof node === 'string' ? node : undefined;
}
