import type { ActorRegister } from '../../runtime/login-ports.js';
import type { Clock } from '../../runtime/ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import { idOf } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { enterDemoPersons } from './demo-persons.js';
import type { PersonBooks } from './demo-persons.js';
import { pastApplicants } from './history/past-applicants.js';
import { playPast, type PastParts } from './play-past.js';

/** What the demo municipality is loaded with. */
export interface LoadDemoParts extends PastParts, PersonBooks {
  readonly actors: ActorRegister;
  /** The clock that runs from then on. */
  readonly clock: Pick<Clock, 'moveTo'>;
}

/** When the demo begins, whatever the real date is: the Wednesday before Advent, so that a hearing runs over Christmas. */
export const DEMO_BEGINS: Instant = '2026-11-25T08:00:00.000Z';

const RECEIPT = { key: 'demo-loaded', requestHash: '1' };

/**
 * Plays the demo's past through the engine, once: people, homes, five projects, eight applications. Loading that was cut short goes on where
 * it was. Answers whether there was something to load.
 */
export async function loadDemo(parts: LoadDemoParts): Promise<boolean> {
  const { tenant, receipts } = parts;
  if ((await receipts.find(tenant, systemActor.id, RECEIPT.key)) !== undefined) return false;

  const applicants = parts.history === undefined ? [] : pastApplicants.map(({ person }) => person);
  const people = [...parts.people, ...applicants];
  for (const { id, name, email, groups } of people) {
    await parts.actors.enter(tenant, { id: idOf<'Actor'>(id), name, email, groups });
  }
  // Before the past is played: who gets letters on paper got them then, too.
  await enterDemoPersons(parts, tenant, people);
  await playPast({ ...parts, people });
  await parts.travel.advance(tenant, { to: DEMO_BEGINS });
  // From here on the clock runs. Only then is the demo loaded: a clock that stands still would stop everything.
  await parts.clock.moveTo(tenant, DEMO_BEGINS.replace('.000Z', '.001Z'));
  await receipts.write(tenant, systemActor.id, { ...RECEIPT, body: {} });
  return true;
}
