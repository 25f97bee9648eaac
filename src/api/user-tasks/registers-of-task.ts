import { offerProblems } from '../../cases/homes/offer-form.js';
import { homeTitle, offerableHomes } from '../../cases/homes/offerable-homes.js';
import { knownInCase } from '../../cases/homes/task-registers.js';
import type { ProcessInstance } from '../../engine/index.js';
import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { TenantId } from '../../runtime/ports.js';
import { objectOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';
import type { VisibleUserTask } from '../access/visible.js';
import type { ApiPorts } from '../api-ports.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';

/** What the answers of a task do to the registers of homes; 400 where an offer lacks something. */
export async function registersOfTask(
  ports: Pick<ApiPorts, 'cases' | 'taskRegisters'>,
  { tenant }: RequestActor,
  { task, variables }: { readonly task: Pick<VisibleUserTask, 'id' | 'node' | 'case'>; readonly variables: JsonObject },
): Promise<RegisterStep | undefined> {
  const instance = await ports.cases.snapshot(tenant, task.case.id);
  if (instance === undefined) return undefined;
  const answered = { tenant, instance, task, variables };
  const errors = (await ports.taskRegisters.registerOf(answered)) === 'tilbud' ? offerProblems(variables) : [];
  if (errors.length > 0) throw problem('invalid-input', { errors: [...errors] });
  return ports.taskRegisters.stepOf(answered);
}

/** The form with what can be chosen now in its fields of homes (`"x-choices-from-register": "ledige-boliger"`). */
export async function withHomesToChoose(
  { homes, homeRequirements: rules }: Pick<ApiPorts, 'homes' | 'homeRequirements'>,
  tenant: TenantId,
  { form, instance }: { readonly form: JsonObject | undefined; readonly instance: ProcessInstance | undefined },
): Promise<JsonObject | undefined> {
  const fields = Object.entries(objectOf(form?.['properties']));
  if (form === undefined || instance === undefined || !fields.some(([, field]) => isOfHomes(objectOf(field))))
    return form;
  const offerable = await offerableHomes(homes.reader, tenant, { rules, need: knownInCase(instance) });
  const oneOf = offerable.map((home) => ({ const: home.id, title: homeTitle(home) }));
  const filled = fields.map(([name, raw]) => {
    const field = objectOf(raw);
    if (!isOfHomes(field)) return [name, raw] as const;
    const none = oneOf.length === 0 ? { description: noHome } : {};
    return [name, { ...field, ...none, items: { ...objectOf(field['items']), oneOf } }] as const;
  });
  return { ...form, properties: Object.fromEntries(filled) };
}

const noHome = 'Ingen ledige boliger i boligregisteret passer til bestillingen nå.';

const isOfHomes = ({ items }: JsonObject): boolean => objectOf(items)['x-choices-from-register'] === 'ledige-boliger';
