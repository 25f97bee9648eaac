import type { ProcessDefinition, ProcessInstance } from '../../engine/index.js';
import { homeRegisters } from '../../runtime/homes/home-registers.js';
import type { RegisterStep } from '../../runtime/homes/register-step.js';
import type { DefinitionSource, TenantId } from '../../runtime/ports.js';
import type { Id } from '../../shared/id.js';
import { idOf } from '../../shared/id.js';
import { listOf } from '../../shared/json.js';
import type { JsonObject } from '../../shared/json.js';
import type { DatedHomeRequirements } from './home-requirements.js';
import { letHome, rentOf } from './let-homes.js';
import { wholeCaseOf } from '../whole-case.js';
import { offerHomes } from './offer-homes.js';
import { offeredHomes } from './offer-jobs.js';
import { leaveOldHome, swapHomes } from './swap-homes.js';

/** A task that is about to be completed. */
export interface AnsweredTask {
  readonly tenant: TenantId;
  readonly instance: ProcessInstance;
  readonly task: { readonly id: Id<'UserTask'>; readonly node: string };
  readonly variables: JsonObject;
}

/** Where a task stands, in which version of its process. */
interface TaskPlace {
  readonly key: string;
  readonly version: number;
  readonly node: string;
}

/** Says what a task does to the registers of homes when it is completed: `boligflyt:register` in its diagram names the register. */
export class TaskRegisters {
  constructor(
    private readonly definitions: DefinitionSource,
    private readonly rules: DatedHomeRequirements,
  ) {}

  /** The step that rides on the command that completes the task; undefined where there is none. */
  async stepOf(answered: AnsweredTask): Promise<RegisterStep | undefined> {
    const { tenant, instance, task } = answered;
    const definition = await this.definitions.load({ tenant, ...instance.definition });
    const register = registerAt(definition, task.node);
    if (register === undefined) return undefined;
    return steps[register](this.rules, { ...answered, whole: wholeCaseOf(instance, definition?.hint.family) });
  }

  /** The register of homes that the answers of a task are for; undefined for most tasks, without a look at the case. */
  async registerOf(tenant: TenantId, { key, version, node }: TaskPlace): Promise<HomeRegister | undefined> {
    return registerAt(await this.definitions.load({ tenant, key, version }), node);
  }
}

function registerAt(definition: ProcessDefinition | undefined, node: string): HomeRegister | undefined {
  const named = definition?.nodes.get(node)?.hint.register;
  return homeRegisters.find((register) => register === named);
}

/** What the whole case knows, such as the order (bestilling). */
export const knownInCase = ({ elements }: ProcessInstance): JsonObject =>
  [...elements.values()].find(({ parentId }) => parentId === undefined)?.variables ?? {};

type HomeRegister = (typeof homeRegisters)[number];

/** An answered task, and the case that its homes are kept in: the application, also where the offer has a case of its own. */
interface AnsweredInWhole extends AnsweredTask {
  readonly whole: Id<'ProcessInstance'>;
}

type StepOf = (rules: DatedHomeRequirements, answered: AnsweredInWhole) => RegisterStep | undefined;

const steps: Readonly<Record<HomeRegister, StepOf>> = {
  tilbud: (rules, { instance, task, variables, whole }) => {
    const need = knownInCase(instance);
    const homes = listOf(variables['boliger']).flatMap((id) => (typeof id === 'string' ? [idOf<'Home'>(id)] : []));
    if (homes.length === 0) return undefined;
    return offerHomes(rules, { homes, need, person: personOf(need), id: task.id, keptIn: whole });
  },
  leieavtale: (_, { instance, task, variables: { leieFraOn, leieTilOn } }) => {
    const known = knownInCase(instance);
    const chosen = offeredHomes(known).find(({ navn }) => navn === known['valgtBolig']);
    if (chosen === undefined || typeof leieFraOn !== 'string') return undefined;
    const lease = {
      ...{ home: chosen.id, person: personOf(known), id: idOf<'Tenancy'>(task.id), fromOn: leieFraOn },
      ...(typeof leieTilOn === 'string' && leieTilOn !== '' && { toOn: leieTilOn }),
    };
    // Who swaps homes leaves the one that they have; who applies beside what they rent does not.
    const begin = known['bytte'] === true ? swapHomes : letHome;
    const decide: RegisterStep['decide'] = (records, moment) =>
      begin({ ...lease, ...rentOf(records.homes.get(chosen.id)) }).decide(records, moment);
    return { ...begin(lease), decide };
  },
  innflytting: (_, { instance, variables: { innflyttetOn } }) => {
    const known = knownInCase(instance);
    if (known['bytte'] !== true || typeof innflyttetOn !== 'string') return undefined;
    const to = offeredHomes(known).find(({ navn }) => navn === known['valgtBolig'])?.id;
    return leaveOldHome({ person: personOf(known), movedOn: innflyttetOn, ...(to && { to }) });
  },
};

const personOf = ({ soker }: JsonObject): Id<'Actor'> => idOf<'Actor'>(typeof soker === 'string' ? soker : '');
