import type { CalledCaseReader } from '../../runtime/called-case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { CaseReader } from '../../runtime/read-ports.js';
import { textOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';
import { idOf } from '../../shared/id.js';
import { rootVariables } from '../root-variables.js';

/** What the wishes of a project are found in. */
export interface WishParts {
  readonly cases: Pick<CaseReader, 'find' | 'snapshot'>;
  readonly calledCases: CalledCaseReader;
}

const checkpoint = 'medvirkningspunkt';
const influences: Readonly<Record<string, string>> = { fulgt: 'fulgt', delvis: 'delvis fulgt', ikke: 'ikke fulgt' };

/**
 * Job `hent-innspill`: gives an evaluation `onsker`, what people asked for in the checkpoints of the project that it evaluates, in their own words
 * and in the order of the project, each with the answer that they got. Empty where nobody was heard.
 */
export function createGatherWishes({ cases, calledCases }: WishParts): JobHandler['run'] {
  return async ({ tenant, processInstanceId }) => {
    const project = (await cases.find(tenant, processInstanceId))?.businessKey;
    if (project === undefined) return { onsker: [] };
    const called = await calledCases.called(tenant, idOf<'ProcessInstance'>(project));
    // Ids are given in the order of time.
    const heard = called
      .filter(({ process, isCompleted }) => process === checkpoint && isCompleted)
      .toSorted((one, other) => one.id.localeCompare(other.id));
    const said = await Promise.all(heard.map(async ({ id }) => rootVariables(await cases.snapshot(tenant, id))));
    return { onsker: said.flatMap(inWords) };
  };
}

function inWords({ kode, navn, innspill, innflytelse }: JsonObject): readonly string[] {
  const said = textOf(innspill);
  if (said === '') return [];
  const answer = influences[textOf(innflytelse)] ?? 'ikke registrert';
  return [`${textOf(kode)} ${textOf(navn)}: «${said}» Svaret var: ${answer}.`];
}
