import type { DecisionBook } from '../../runtime/decision-ports.js';
import type { DefinitionStore } from '../../runtime/definition-ports.js';
import { FileDeployment } from '../../runtime/deploy-files.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import { systemActor } from '../../runtime/system-actor.js';
import type { LongWaitBook } from '../../runtime/long-wait-ports.js';
import { thresholdChoices } from '../waiting-list/long-waits/thresholds.js';
import { writeLocalChoice } from './write-local-choice.js';

/** What a choice is adopted with. */
export interface AdoptChoiceParts {
  readonly definitions: DefinitionStore;
  readonly decisionBook: DecisionBook;
  readonly longWaits: Pick<LongWaitBook, 'lookAgain'>;
}

/**
 * Job `ta-i-bruk-lokalt-valg`: what stands in `valg` gets the value in `nyVerdi`, with `valgBegrunnelse` as its reason, and gives `valgVersjon`. Cases
 * that ask from then on get it; what was decided before keeps its version. Safe to repeat: what has not changed keeps its version.
 */
export function createAdoptChoice({ definitions, decisionBook, longWaits }: AdoptChoiceParts): JobHandler['run'] {
  const deployment = new FileDeployment(definitions, { deadlineRules: [], jobTypes: [] });
  return async ({ tenant, variables }) => {
    const { valg, nyVerdi, valgBegrunnelse } = variables;
    const id = String(valg);
    const [inForce] = await decisionBook.versionsOf(tenant, id);
    if (inForce === undefined || (typeof nyVerdi !== 'boolean' && typeof nyVerdi !== 'number'))
      throw new Error(
        `Expected '${id}' to be a local choice with a new value, but it is given ${JSON.stringify(nyVerdi)}`,
      );

    const content = await writeLocalChoice(inForce.xml, { value: nyVerdi, reason: String(valgBegrunnelse) });
    const outcome = await deployment.deploy(tenant, systemActor, [{ name: `${id}.dmn`, content }]);
    if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join(' '));
    // Whoever waits has passed other thresholds from now on.
    if (thresholdChoices.includes(id)) await longWaits.lookAgain(tenant);
    return { valgVersjon: outcome.decisions.find(({ key }) => key === id)?.version ?? 0 };
  };
}
