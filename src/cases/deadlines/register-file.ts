import type { z } from 'zod';
import type { DeadlineRule } from '../../engine/index.js';

type LadderName = 'ladder' | 'legalLadder';
type Laddered = Pick<DeadlineRule, 'id' | LadderName>;

/** What a file of the register holds; a file that is not as it should be is refused with every place, told by rule and rung. */
export function parseFile<Read>(file: string, schema: z.ZodType<Read>, json: unknown): Read {
  const read = schema.safeParse(json);
  if (read.success) return read.data;

  const problems = read.error.issues.map(({ path, message }) => `${placeOf(json, path)}: ${message}`);
  throw new Error(`Expected ${file} to be a file of the deadline register, but:\n${problems.join('\n')}`);
}

/** Rungs that name a text which is not there, one English sentence each. */
export function unknownTexts(
  file: string,
  rules: readonly Laddered[],
  textIds: ReadonlySet<string>,
): readonly string[] {
  const inLadder = ({ id, ...ladders }: Laddered, name: LadderName): readonly string[] =>
    (ladders[name] ?? []).flatMap(({ text }, at) =>
      text === undefined || textIds.has(text)
        ? []
        : [
            `Expected rule '${id}', ${rungIn(name, at)}, in ${file} to name a text in meldinger/, but there is none called '${text}'`,
          ],
    );
  return rules.flatMap((rule) => [...inLadder(rule, 'ladder'), ...inLadder(rule, 'legalLadder')]);
}

/** A place in a file in the words of whoever writes it: `rule 'D02', rung 2 of legalLadder, channel`. */
function placeOf(json: unknown, path: readonly PropertyKey[]): string {
  const said: string[] = [];
  let value = json;
  for (const [at, key] of path.entries()) {
    value = childOf(value, key);
    const id = childOf(value, 'id') ?? childOf(value, 'ruleset');
    const list = String(path[at - 1]);
    if (typeof id === 'string') said.splice(0, said.length, `rule '${id}'`);
    else if (typeof key === 'number' && list.toLowerCase().endsWith('ladder'))
      said[said.length - 1] = rungIn(list, key);
    else said.push(typeof key === 'number' ? `${key + 1}` : String(key));
  }
  return said.join(', ');
}

const rungIn = (ladder: string, at: number): string => `rung ${at + 1} of ${ladder}`;

function childOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
