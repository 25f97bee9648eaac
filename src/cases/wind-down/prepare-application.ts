import { localDateOf } from '../../engine/index.js';
import type { ActorDirectory } from '../../runtime/case-ports.js';
import type { JobHandler } from '../../runtime/jobs/job-handler.js';
import type { PersonRegister } from '../../runtime/person-ports.js';
import { idOf } from '../../shared/id.js';

/** Where a resident's name is found. */
export interface ResidentNames {
  readonly directory: Pick<ActorDirectory, 'person'>;
  readonly persons: Pick<PersonRegister, 'person'>;
}

/**
 * Job `klargjor-soknad`: gives what the case of a resident's new home begins with, `sokerNavn` and `mottattOn`: it is received on the day
 * the resident chose it. Refuses where nobody is known by that id.
 */
export function createPrepareApplication({ directory, persons }: ResidentNames): JobHandler['run'] {
  return async ({ tenant, node, variables, at }) => {
    const id = idOf<'Actor'>(String(variables['soker'] ?? ''));
    const person = (await directory.person(tenant, id)) ?? (await persons.person(tenant, id));
    if (person === undefined)
      throw new Error(`Expected the resident of '${node}' to be registered, but '${id}' is not`);
    return { sokerNavn: person.name, mottattOn: localDateOf(at) };
  };
}
