import type { DecisionBook } from '../../runtime/decision-ports.js';
import type { DefinitionStore } from '../../runtime/definition-ports.js';
import { FileDeployment } from '../../runtime/deploy-files.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { LongWaitBook } from '../../runtime/long-wait-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import type { StartPlan } from '../../runtime/start-plan-ports.js';
import { thresholdChoices } from '../waiting-list/long-waits/thresholds.js';
import { isChosenValue, weekdayNumber, type ChosenValue } from './local-choice.js';
import { writeLocalChoice } from './write-local-choice.js';

/** What a choice is adopted with. */
export interface AdoptChoiceParts {
  readonly definitions: DefinitionStore;
  readonly decisionBook: DecisionBook;
  readonly longWaits: Pick<LongWaitBook, 'lookAgain'>;
  readonly startPlan: Pick<StartPlan, 'moveTo'>;
}

/**
 * Job `ta-i-bruk-lokalt-valg`: what stands in `valg` gets the value in `nyVerdi`, with `valgBegrunnelse` as its reason, and gives `valgVersjon`. Cases
 * that ask from then on get it; what was decided before keeps its version. Safe to repeat: what has not changed keeps its version.
 */
export function createAdoptChoice(parts: AdoptChoiceParts): JobHandler['run'] {
  const { definitions, decisionBook } = parts;
  const deployment = new FileDeployment(definitions, { deadlineRules: [], jobTypes: [] });
  return async ({ tenant, variables }) => {
    const { valg, nyVerdi, valgBegrunnelse } = variables;
    const id = String(valg);
    const [inForce] = await decisionBook.versionsOf(tenant, id);
    if (inForce === undefined || !isChosenValue(nyVerdi))
      throw new Error(
        `Expected '${id}' to be a local choice with a new value, but it is given ${JSON.stringify(nyVerdi)}`,
      );

    const content = await writeLocalChoice(inForce.xml, { value: nyVerdi, reason: String(valgBegrunnelse) });
    const outcome = await deployment.deploy(tenant, systemActor, [{ name: `${id}.dmn`, content }]);
    if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join(' '));
    await follow(parts, tenant, { id, value: nyVerdi });
    return { valgVersjon: outcome.decisions.find(({ key }) => key === id)?.version ?? 0 };
  };
}

// The days of the week that are chosen, and what begins on them.
const roundDays: Readonly<Record<string, string>> = { rundedag: 'ventelisterunde' };

/** What no case asks for, but follows of a choice at once. */
async function follow(
  { longWaits, startPlan }: AdoptChoiceParts,
  tenant: TenantId,
  { id, value }: { readonly id: string; readonly value: ChosenValue },
): Promise<void> {
  // Whoever waits has passed other thresholds from now on.
  if (thresholdChoices.includes(id)) await longWaits.lookAgain(tenant);
  const process = roundDays[id];
  if (process !== undefined && !(await startPlan.moveTo(tenant, process, weekdayNumber(value))))
    throw new Error(`Expected '${process}' to have begun what is due before it gets another day`);
}
