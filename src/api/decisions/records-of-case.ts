import type { CaseRecordList } from '../../contract/case-decision.contract.js';
import type { TenantId } from '../../runtime/ports.js';
import type { ApiPorts } from '../api-ports.js';
import type { RequestActor } from '../request-actor.js';
import { viewContext } from '../views/view-context.js';
import { caseOfDecisions } from './visible-decision.js';

/** The mappings and orders of a case, word by word, oldest first; 404 where they are not the reader's to see. */
export async function recordsOfCase(ports: ApiPorts, who: RequestActor, id: string): Promise<CaseRecordList> {
  const { tenant } = who;
  const found = await caseOfDecisions(ports, who, { id, data: 'health' });
  const [records, tasks] = await Promise.all([
    ports.caseDecisions.recordsOf(tenant, found.id),
    ports.userTasks.ofCases(tenant, [found.id]),
  ]);
  const { nameOf } = await viewContext(
    ports,
    who,
    records.map(({ by }) => by),
  );
  // A record has the id of the task that it was written in.
  const formOf = (record: string) => tasks.find((task) => task.id === record)?.form;
  const items = records.map(async (record) => ({
    ...record,
    byName: nameOf(record.by),
    form: await formCalled(ports, tenant, formOf(record.id)),
  }));
  return { items: await Promise.all(items) };
}

async function formCalled({ definitions }: ApiPorts, tenant: TenantId, name: string | undefined) {
  const form = name === undefined ? undefined : await definitions.form(tenant, name);
  return form === undefined ? null : { ...form };
}
