import type { CalledCase, CalledCaseReader } from '../../runtime/called-case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';

/** How far the winding down of a building has come, counted in cases. Nobody's name, and no case, is in it. */
export interface WindDownProgress {
  readonly residents: number;
  /** Those who were talked with, or who said no to a talk. */
  readonly talked: number;
  readonly planned: number;
  readonly chosen: number;
  /** Those who have moved or have chosen where to: their case has ended. */
  readonly settled: number;
  /** Those who waited for a home in the building. */
  readonly waiting: number;
  /** Those among them who have another need on the list now, and a letter about it. */
  readonly told: number;
}

/** Counts what a winding down has called. */
export function windDownProgress(called: readonly CalledCase[]): WindDownProgress {
  const residents = called.filter(({ process }) => process === 'avvikling-beboer');
  const waiting = called.filter(({ process }) => process === 'avvikling-venter');
  const after = (...nodes: readonly string[]): number =>
    residents.filter(({ done }) => nodes.some((node) => done.includes(node))).length;
  const ended = (cases: readonly CalledCase[]): number => cases.filter(({ isCompleted }) => isCompleted).length;
  return {
    residents: residents.length,
    talked: after('hold-fremtidssamtale'),
    planned: after('lag-boligplan'),
    chosen: after('velg-vei', 'hjelp-med-valget'),
    settled: ended(residents),
    waiting: waiting.length,
    told: ended(waiting),
  };
}

/** Job `avvikling-status`: gives the figures of `windDownProgress` as the letters to the staff of the chief executive call them. */
export function createCountWindDown(cases: CalledCaseReader): JobHandler['run'] {
  return async ({ tenant, processInstanceId }) => {
    const progress = windDownProgress(await cases.called(tenant, processInstanceId));
    return {
      antallBeboere: progress.residents,
      antallSamtaler: progress.talked,
      antallPlaner: progress.planned,
      antallValg: progress.chosen,
      antallFerdige: progress.settled,
      antallVentet: progress.waiting,
      antallVentetFerdig: progress.told,
    };
  };
}
