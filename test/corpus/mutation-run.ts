import { drawDiagrams, exportBpmn, readBpmn } from '../../src/engine/index.js';
import { chanceOf, mutated } from './mutate.js';
import { rightActivities } from './right-activities.js';
import { rightDocuments } from './right-documents.js';
import { rightEvents } from './right-events.js';

/** What became of a number of mutated models. */
export interface MutationRun {
  readonly count: number;
  readonly accepted: number;
  readonly refused: number;
  /** Refusals without a code, a sentence or one of the two languages; crashes; answers after more than two seconds. */
  readonly faults: readonly string[];
  readonly slowestMs: number;
}

const models = [...rightActivities, ...rightEvents, ...rightDocuments]
  .map(({ xml }) => xml)
  .filter((xml) => xml.length < 20_000);

const slow = 2_000;

/** Reads, exports and draws `count` mutated models; the same seed gives the same models. */
export async function runMutations(count: number, seed: number): Promise<MutationRun> {
  const chance = chanceOf(seed);
  const faults: string[] = [];
  let [accepted, slowestMs] = [0, 0];
  for (let number = 0; number < count; number++) {
    const xml = mutated(models[number % models.length] ?? '', chance);
    const before = performance.now();
    const fault = await faultOf(xml, () => {
      accepted++;
    });
    const took = performance.now() - before;
    slowestMs = Math.max(slowestMs, took);
    if (fault !== undefined) faults.push(`${number}: ${fault}`);
    if (took > slow) faults.push(`${number}: took ${Math.round(took)} ms`);
  }
  return { count, accepted, refused: count - accepted, faults, slowestMs: Math.round(slowestMs) };
}

async function faultOf(xml: string, accept: () => void): Promise<string | undefined> {
  try {
    const reading = await readBpmn(xml, {}, { nonExecutable: 'run' });
    if (reading.ok) accept();
    const said = reading.ok ? reading.warnings : reading.diagnostics;
    const speechless = said.find(
      ({ code, message, melding }) => !/^[A-Z_]+$/.test(code) || message === '' || melding === '',
    );
    if (speechless !== undefined) return `says too little: ${JSON.stringify(speechless)}`;
    if (!reading.ok && !said.some(({ severity }) => severity === 'error')) return 'is refused without an error';

    const exported = await exportBpmn(xml);
    drawDiagrams(xml);
    return reading.ok && !exported.ok ? 'is read but not exported' : undefined;
  } catch (problem) {
    return `throws ${problem instanceof Error ? problem.stack?.split('\n').slice(0, 3).join(' ') : 'something'}`;
  }
}
