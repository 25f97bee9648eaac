import type { RegisterDesk } from '../../runtime/homes/home-ports.js';
import type { ActorRegister } from '../../runtime/login-ports.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import type { ReceiptBook } from '../../runtime/receipt-ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { TimeTravel } from '../../runtime/time-travel.js';
import { idOf } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { enterDemoHomes } from './demo-homes.js';
import { demoApplications } from './demo-applications.js';
import { DemoPlayer, instantOfDay, type DemoPlayerParts } from './demo-player.js';
import { demoProjects } from './demo-projects.js';
import { inOrder } from './demo-step.js';

/** What the demo municipality is loaded with. */
export interface LoadDemoParts extends DemoPlayerParts {
  readonly tenant: TenantId;
  readonly actors: ActorRegister;
  readonly receipts: ReceiptBook;
  readonly registers: RegisterDesk;
  /** The municipality's clock while the past is played: it stands still in between, and may begin in the past. */
  readonly pastClock: Pick<Clock, 'now'> & { freezeAt(tenant: TenantId, at: Instant): Promise<void> };
  readonly travel: Pick<TimeTravel, 'advance'>;
  /** The clock that runs from then on. */
  readonly clock: Pick<Clock, 'moveTo'>;
  /** Hears how far it has come, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

const PAST_BEGINS: Instant = '2025-09-01T08:00:00.000Z';

/** When the demo begins, whatever the real date is: the Wednesday before Advent, so that a hearing runs over Christmas. */
export const DEMO_BEGINS: Instant = '2026-11-25T08:00:00.000Z';

const RECEIPT = { key: 'demo-loaded', requestHash: '1' };

/**
 * Plays the demo's past through the engine, once: people, homes, four projects, eight applications. Loading that was cut short goes on where
 * it was. Answers whether there was something to load.
 */
export async function loadDemo(parts: LoadDemoParts): Promise<boolean> {
  const { tenant, receipts } = parts;
  if ((await receipts.find(tenant, systemActor.id, RECEIPT.key)) !== undefined) return false;

  for (const { id, name, email, groups } of parts.people) {
    await parts.actors.enter(tenant, { id: idOf<'Actor'>(id), name, email, groups });
  }
  await playPast(parts);
  await parts.travel.advance(tenant, { to: DEMO_BEGINS });
  // From here on the clock runs. Only then is the demo loaded: a clock that stands still would stop everything.
  await parts.clock.moveTo(tenant, DEMO_BEGINS.replace('.000Z', '.001Z'));
  await receipts.write(tenant, systemActor.id, { ...RECEIPT, body: {} });
  return true;
}

async function playPast(parts: LoadDemoParts): Promise<void> {
  const { tenant, travel, pastClock, onProgress } = parts;
  const player = new DemoPlayer(parts);
  const steps = inOrder([...demoProjects(), ...demoApplications()]);
  steps.filter(({ kind }) => kind === 'start').forEach((step) => step.kind === 'start' && player.caseOf(step));

  const first = steps.find((step) => step.kind === 'start');
  const isNew = first === undefined || (await parts.cases.snapshot(tenant, player.caseOf(first))) === undefined;
  if (isNew) await pastClock.freezeAt(tenant, PAST_BEGINS);
  await enterDemoHomes(parts.registers, tenant);

  let now = await pastClock.now(tenant);
  for (const [index, step] of steps.entries()) {
    const at = instantOfDay(step.on);
    // The clock leaves a day only when everything of that day is done.
    if (at < now) continue;
    if (at > now) await travel.advance(tenant, { to: at });
    now = at;
    await player.play(step);
    onProgress((index + 1) / steps.length);
  }
}
