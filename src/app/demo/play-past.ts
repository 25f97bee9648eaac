import { daysBetween, localDateOf } from '../../engine/index.js';
import type { RegisterDesk } from '../../runtime/homes/home-ports.js';
import type { Clock, TenantId } from '../../runtime/ports.js';
import type { ReceiptBook } from '../../runtime/receipt-ports.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { TimeTravel } from '../../runtime/time-travel.js';
import type { Instant, LocalDate } from '../../shared/time.js';
import { demoBeside } from './demo-beside.js';
import { demoApplications, homeProcesses } from './demo-applications.js';
import { enterDemoHomes } from './demo-homes.js';
import { DemoPlayer, instantOfDay, type DemoPlayerParts } from './demo-player.js';
import { demoProjects, PROJECTS_BEGIN } from './demo-projects.js';
import { inOrder, type DemoStep } from './demo-step.js';
import { HistoryPlayer, type HistoryParts } from './history/history-player.js';
import { createOffersOfRound } from './history/offers-of-round.js';
import { HISTORY_BEGINS } from './history/past-applicants.js';

/** What the demo's past is played with. */
export interface PastParts extends DemoPlayerParts {
  readonly registers: RegisterDesk;
  readonly receipts: ReceiptBook;
  /** The municipality's clock while the past is played: it stands still in between, and may begin in the past. */
  readonly pastClock: Pick<Clock, 'now'> & { freezeAt(tenant: TenantId, at: Instant): Promise<void> };
  readonly travel: Pick<TimeTravel, 'advance'>;
  /** Two years of work are played before and beside the scripted cases; without it their past is all there is. */
  readonly history?: Pick<HistoryParts, 'userTasks' | 'definitions' | 'homesToOffer'>;
  /** Hears how far it has come, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Plays the demo's past up to its last scripted day. A past that was cut short goes on where it was. */
export async function playPast(parts: PastParts): Promise<void> {
  const { tenant, travel, pastClock, onProgress, history } = parts;
  const alsoOffered = createOffersOfRound(parts.cases, tenant);
  const player = new DemoPlayer(history === undefined ? parts : { ...parts, alsoOffered });
  const work = history === undefined ? undefined : new HistoryPlayer({ ...parts, ...history }, player);
  const steps = stepsFrom(work === undefined ? [] : historyProcesses);
  for (const step of steps) if (step.kind === 'start') player.caseOf(step);

  const [firstOn, lastOn] = [PROJECTS_BEGIN, steps.at(-1)?.on ?? PROJECTS_BEGIN];
  await beginOnce(parts, firstOn);
  const homesFrom = work === undefined ? HOMES_BEGIN : HISTORY_BEGINS;
  let hasHomes = false;

  const tell = (on: LocalDate): void => onProgress(shareOf(on, firstOn, lastOn));
  let now = localDateOf(await pastClock.now(tenant));
  for (const step of steps) {
    // The clock leaves a day only when everything of that day is done.
    if (step.on < now) continue;
    if (!hasHomes && step.on >= homesFrom) {
      await travel.advance(tenant, { to: instantOfDay(now > homesFrom ? now : homesFrom) });
      await enterDemoHomes(parts.registers, tenant);
      hasHomes = true;
    }
    if (step.on > now) await work?.playDays(now < HISTORY_BEGINS ? HISTORY_BEGINS : now, step.on, tell);
    await travel.advance(tenant, { to: instantOfDay(step.on) });
    now = step.on;
    await player.play(step);
    tell(now);
  }
}

/** When the register of homes begins, unless two years are played: nothing stands empty for longer than that. */
const HOMES_BEGIN: LocalDate = '2025-09-01';

const historyProcesses: readonly DemoStep[] = [
  ...homeProcesses(HISTORY_BEGINS),
  { kind: 'deploy', on: HISTORY_BEGINS, folder: 'ventelisterunde' },
];

const stepsFrom = (first: readonly DemoStep[]): readonly DemoStep[] =>
  inOrder([...first, ...demoProjects(), ...demoApplications(), ...demoBeside()]);

/** Sets the clock back to the first day, unless the past has begun. */
async function beginOnce({ tenant, receipts, pastClock }: PastParts, firstOn: LocalDate): Promise<void> {
  if ((await receipts.find(tenant, systemActor.id, BEGUN.key)) !== undefined) return;
  await pastClock.freezeAt(tenant, `${firstOn}T08:00:00.000Z`);
  await receipts.write(tenant, systemActor.id, { ...BEGUN, body: {} });
}

const BEGUN = { key: 'demo-begun', requestHash: '1' };

/** How much of the time between the first and the last day has passed. */
const shareOf = (on: LocalDate, first: LocalDate, last: LocalDate): number =>
  daysBetween(first, on) / Math.max(1, daysBetween(first, last));
