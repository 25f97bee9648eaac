import { offerProblems } from '../../cases/homes/offer-form.js';
import { homeTitle, offerableHomes } from '../../cases/homes/offerable-homes.js';
import { aheadLine } from '../../cases/waiting-list/passed-over.js';
import { wholeCaseOf } from '../../cases/whole-case.js';
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
import { passedOver, reasonsForPassingOver } from './passed-over.js';

/** What the answers of a task do to the registers of homes, and what is found and kept with the answers. */
export interface RegistersOfTask {
  readonly registers?: RegisterStep;
  readonly found: JsonObject;
}

/** What completing a task does to the registers of homes; 400 where an offer lacks something, 422 where somebody is passed over without a reason. */
export async function registersOfTask(
  ports: ApiPorts,
  { tenant }: RequestActor,
  { task, variables }: { readonly task: Pick<VisibleUserTask, 'id' | 'node' | 'case'>; readonly variables: JsonObject },
): Promise<RegistersOfTask> {
  const { process: key, version } = task.case;
  const register = await ports.taskRegisters.registerOf(tenant, { key, version, node: task.node });
  const instance = register === undefined ? undefined : await ports.cases.snapshot(tenant, task.case.id);
  if (instance === undefined) return { found: {} };
  const answered = { tenant, instance, task, variables };
  const isOffer = register === 'tilbud';
  const errors = isOffer ? offerProblems(variables) : [];
  if (errors.length > 0) throw problem('invalid-input', { errors: [...errors] });
  const found = isOffer
    ? await reasonsForPassingOver(ports, tenant, { id: wholeCaseOf(instance, task.case.family), variables })
    : {};
  const registers = await ports.taskRegisters.stepOf(answered);
  return { found, ...(registers && { registers }) };
}

/** A form, and the case that it is shown in. */
interface ShownIn {
  readonly form: JsonObject | undefined;
  readonly instance: ProcessInstance | undefined;
  readonly family: string;
}

/** A form as it is shown, with what is known of its answers. */
interface ShownForm {
  readonly form: JsonObject | undefined;
  readonly found: JsonObject;
}

/**
 * The form with what can be chosen now in its fields of homes (`"x-choices-from-register": "ledige-boliger"`), and who would be passed over
 * (`forbigatte`).
 */
export async function withHomesToChoose(
  ports: ApiPorts,
  tenant: TenantId,
  { form, instance, family }: ShownIn,
): Promise<ShownForm> {
  const { homes, homeRequirements: rules } = ports;
  const fields = Object.entries(objectOf(form?.['properties']));
  if (form === undefined || instance === undefined || !fields.some(([, field]) => isOfHomes(objectOf(field))))
    return { form, found: {} };
  const at = await ports.clock.now(tenant);
  const offerable = await offerableHomes(homes.reader, tenant, { rules, need: knownInCase(instance), at });
  const oneOf = offerable.map((home) => ({ const: home.id, title: homeTitle(home) }));
  const filled = fields.map(([name, raw]) => {
    const field = objectOf(raw);
    if (!isOfHomes(field)) return [name, raw] as const;
    const none = oneOf.length === 0 ? { description: noHome } : {};
    return [name, { ...field, ...none, items: { ...objectOf(field['items']), oneOf } }] as const;
  });
  const ahead = await passedOver(ports, tenant, { id: wholeCaseOf(instance, family), homes: offerable });
  return { form: { ...form, properties: Object.fromEntries(filled) }, found: { forbigatte: ahead.map(aheadLine) } };
}

const noHome = 'Ingen ledige boliger i boligregisteret passer til bestillingen nå.';

const isOfHomes = ({ items }: JsonObject): boolean => objectOf(items)['x-choices-from-register'] === 'ledige-boliger';
