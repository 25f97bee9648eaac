import { variablesInSight } from '../../cases/forms/known-values.js';
import { offerInWords } from '../../cases/homes/offer-in-words.js';
import { rootVariables } from '../../cases/root-variables.js';
import type { PersonRecord } from '../../contract/person-record.contract.js';
import type { TenantId } from '../../runtime/ports.js';
import type { UserTaskRow } from '../../runtime/read-ports.js';
import { textOf } from '../../shared/json.js';
import type { Json } from '../../shared/json.js';
import type { ApiPorts } from '../api-ports.js';

/** The offers that a person was asked to answer, among the tasks of their cases: of which homes, and what they said. */
export async function recordOfOffers(
  { cases }: Pick<ApiPorts, 'cases'>,
  tenant: TenantId,
  tasks: readonly UserTaskRow[],
): Promise<PersonRecord['offers']> {
  const asked = tasks.filter(({ form }) => form === 'svar-pa-tilbud');
  return Promise.all(
    asked.map(async ({ id, case: { id: processInstanceId }, createdAt, endedAt, state, result = {} }) => {
      const instance = await cases.snapshot(tenant, processInstanceId);
      const inSight = variablesInSight(instance, instance?.userTasks.get(id)?.elementInstanceId);
      const { svar, valgtBolig, svarBegrunnelse, opplevdPress } = result;
      return {
        ...{ id, processInstanceId, offeredAt: createdAt },
        homes: [...offerInWords({ ...rootVariables(instance), ...inSight }).alternatives],
        ...{ answer: saidOf(svar), chosenHome: saidOf(valgtBolig), reason: saidOf(svarBegrunnelse) },
        feltPressure: typeof opplevdPress === 'boolean' ? opplevdPress : null,
        answeredAt: state === 'completed' ? (endedAt ?? null) : null,
      };
    }),
  );
}

const saidOf = (value: Json | undefined): string | null => textOf(value) || null;
