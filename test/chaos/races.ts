import type { CommandOutcome, CommandRequest } from '../../src/runtime/ports.js';
import { idOf } from '../../src/shared/id.js';
import { createTestDatabase } from '../support/test-database.js';
import { eventually, inLanes, numbers, type ChaosOptions, type ChaosOutcome } from './support/chaos-run.js';
import { answerOf, kari, openWorkSql, ringOf, start, to, type OpenWork } from './support/commands.js';
import { halfDone, leftovers, look } from './support/look.js';
import { openOffice, type Office } from './support/office.js';
import { deployProving } from './support/proving-process.js';

/** T9: fifty clients of two processes ask for the same thing in one case; reps are tens of cases with three races each. */
export const usualReps = 340;

const clients = 50;

interface Race {
  readonly offices: readonly Office[];
  readonly url: string;
  readonly faults: string[];
  races: number;
}

/** Everybody asks at the same moment, half of them in each process; exactly one may be told yes. */
async function runRace(
  race: Race,
  name: string,
  requests: readonly CommandRequest[],
): Promise<CommandRequest | undefined> {
  const outcomes = await Promise.all(
    requests.map((request, place) => race.offices[place % race.offices.length]?.runtime.handler.handle(request)),
  );
  race.races += 1;
  const won = outcomes.flatMap((outcome, place) => (outcome?.ok === true ? [place] : []));
  if (won.length !== 1) race.faults.push(`${name}: ${won.length} were told yes of ${reasonsOf(outcomes)}`);
  const winner = outcomes[won[0] ?? -1];
  if (winner?.ok === true) race.faults.push(...(await notAsAnswered(race.url, name, winner)));
  return requests[won[0] ?? -1];
}

const reasonsOf = (outcomes: readonly (CommandOutcome | undefined)[]): string =>
  [...new Set(outcomes.map((one) => (one?.ok === false ? one.rejection.reason : 'ok')))].join(', ');

/** The journal has, right after the revision that the winner built on, exactly what the winner was told. */
async function notAsAnswered(
  url: string,
  name: string,
  { events, instance }: CommandOutcome & { readonly ok: true },
): Promise<readonly string[]> {
  const rows = await look<{ seq: number; payload: unknown }>(
    url,
    'select seq, payload from journal_event where instance = $1 order by seq',
    [name],
  );
  const kept = JSON.stringify(
    rows.slice(instance.revision - events.length, instance.revision).map(({ payload }) => payload),
  );
  return kept === JSON.stringify(events) ? [] : [`${name}: at revision ${instance.revision} stands ${kept}`];
}

const openIn = (race: Race, name: string, what: OpenWork['what']): Promise<OpenWork> =>
  eventually(`${what} in ${name}`, async () =>
    (await look<OpenWork>(race.url, openWorkSql, [name])).find((one) => one.what === what),
  );

async function playCase(race: Race, name: string): Promise<void> {
  await race.offices[0]?.runtime.handler.handle(start(name));
  const task = await openIn(race, name, 'task');
  const userTaskId = idOf<'UserTask'>(task.id);
  const people = numbers(clients).map((place) => ({ ...kari, id: idOf<'Actor'>(`person-${place}`) }));
  const claims = people.map((actor) => to(name, { type: 'ClaimUserTask', userTaskId, actor }));
  const won = await runRace(race, name, claims);
  if (won === undefined) return;
  const completion = { type: 'CompleteUserTask', userTaskId, variables: {}, actor: won.command.actor } as const;
  await runRace(
    race,
    name,
    numbers(clients).map((place) => to(name, completion, `${name}-${place}`)),
  );
  const [wait, timer] = [await openIn(race, name, 'wait'), await openIn(race, name, 'timer')];
  await runRace(
    race,
    name,
    numbers(clients).map((place) => (place % 2 === 0 ? answerOf(name, wait) : ringOf(name, timer))),
  );
}

async function play(cases: number): Promise<ChaosOutcome> {
  const database = await createTestDatabase();
  const offices = [await openOffice({ url: database.url }), await openOffice({ url: database.url })];
  const [first] = offices;
  if (first !== undefined) await deployProving(first.store);
  await Promise.all(offices.map((office) => office.work()));
  const race: Race = { offices, url: database.url, faults: [], races: 0 };
  await inLanes(numbers(cases), 4, (place) => playCase(race, `lop.${place}`));
  await eventually('everything outside to be done', async () => {
    const [left] = await look<{ count: number }>(
      database.url,
      'select count(*)::int from outbox where done_at is null',
    );
    return left?.count === 0 ? true : undefined;
  });
  const left = [...(await halfDone(database.url)), ...(await leftovers(database.url))];
  await Promise.all(offices.map((office) => office.close()));
  await database.drop();
  return { faults: [...race.faults, ...left], figures: { races: race.races, asked: race.races * clients } };
}

export const run = ({ reps }: ChaosOptions): Promise<ChaosOutcome> => play(reps * 10);

/** Eight cases, twenty-four races. */
export const runShort = (): Promise<ChaosOutcome> => play(8);
