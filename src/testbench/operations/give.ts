import type { Rejection } from '../../engine/index.js';
import { isObject } from '../../shared/json.js';
import type { Json, JsonObject } from '../../shared/json.js';
import type { Bench } from '../bench.js';
import type { HostCommand } from '../host/host.js';
import { RefusalError } from '../refusal.js';

/** Gives a command to an instance and carries out what follows; a rejection is the answer. */
export function give(bench: Bench, instance: string, command: HostCommand): void {
  bench.host.cases.get(instance);
  const rejection = bench.host.tryGive(instance, command);
  if (rejection !== undefined) throw refusalOf(command.type, rejection);
  bench.settle();
}

/** A rejection of the engine as the protocol tells it. */
export function refusalOf(what: string, rejection: Rejection): RefusalError {
  const { reason, ...rest } = rejection;
  const details: JsonObject = JSON.parse(JSON.stringify(rest));
  const code = /-not-(found|active)$/.test(reason) ? 'NOT_FOUND' : reason.replaceAll('-', '_').toUpperCase();
  const seen = Object.keys(details).length === 0 ? '' : ` ${JSON.stringify(details)}`;
  const element = elementOf(details);
  return new RefusalError(
    code,
    `Expected '${wordsOf(what)}' to be possible, but it was refused: ${wordsOf(reason)}${seen}`,
    { ...(element === undefined ? {} : { element }), ...details },
  );
}

const wordsOf = (text: string): string => {
  const words = text.replaceAll('-', ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.toLowerCase();
};

/** The element of the diagram that a rejection is about; of several the first. */
function elementOf(details: JsonObject): string | undefined {
  const { problems, element, node }: Readonly<Record<string, Json | undefined>> = details;
  const [first]: readonly Json[] = Array.isArray(problems) ? problems : [];
  const found = element ?? node ?? (isObject(first) ? first['element'] : undefined);
  return typeof found === 'string' ? found : undefined;
}
