import { askDecision } from '../engine/index.js';
import type { Binding, DecisionModel, DecisionRegister, ProcessDefinition } from '../engine/index.js';
import type { DecisionSource, DeployedDecision, ModelReference } from './decision-ports.js';
import type { DefinitionReference, TenantId } from './ports.js';

/** What a business rule task asks for, as it is drawn: `decision` may be FEEL, and is known only when it is asked. */
interface Question {
  readonly decision: string;
  readonly binding: Binding;
}

/**
 * The rules that a process may ask for, fetched before anything is decided: those that its business rule tasks name, or,
 * where one computes the name, all that it could mean. What is deployed is looked up each time, so that new rules count at once.
 */
export async function decisionsFor(
  source: DecisionSource,
  reference: DefinitionReference,
  definition: ProcessDefinition,
): Promise<DecisionRegister | undefined> {
  const questions = questionsOf(definition);
  if (questions.length === 0) return undefined;

  const { tenant } = reference;
  const [decisions, deployment] = await Promise.all([source.decisions(tenant), source.deploymentOf(reference)]);
  const wanted = questions.flatMap(({ decision, binding }) => {
    const bound = decisions.filter((one) => decision.startsWith('=') || isCalled(one, decision));
    return keysOf(bound).flatMap((key) => chosen(bound, { decision: key, binding }, deployment) ?? []);
  });
  const models = await modelsOf(source, tenant, wanted);
  return {
    evaluate({ decision, binding, variables }) {
      const found = chosen(decisions, { decision, binding }, deployment);
      const model = found && models.get(nameOf(found.model));
      if (found === undefined || model === undefined) return { ok: false, message: notDeployed(decision, binding) };
      return askDecision([model], found.key, variables);
    },
  };
}

function questionsOf({ nodes }: ProcessDefinition): readonly Question[] {
  return [...nodes.values()].flatMap((node) =>
    node.kind === 'businessRuleTask' && node.work.kind === 'decision' ? [node.work] : [],
  );
}

const isCalled = ({ key, name }: DeployedDecision, wanted: string): boolean => key === wanted || name === wanted;

const keysOf = (decisions: readonly DeployedDecision[]): readonly string[] => [
  ...new Set(decisions.map(({ key }) => key)),
];

// An id says which decision is meant; a name does so only where no decision has it for its id.
function chosen(
  decisions: readonly DeployedDecision[],
  { decision, binding }: Question,
  deployment: number,
): DeployedDecision | undefined {
  const byKey = decisions.filter(({ key }) => key === decision);
  const versions = byKey.length > 0 ? byKey : decisions.filter(({ name }) => name === decision);
  return versions.findLast((one) => isBound(one, binding, deployment));
}

function isBound(decision: DeployedDecision, binding: Binding, deployment: number): boolean {
  switch (binding.kind) {
    case 'latest':
      return true;
    case 'deployment':
      // What has not changed was not deployed anew, but is what the process was deployed with.
      return decision.deployment <= deployment;
    case 'version':
      return decision.version === binding.version;
    case 'version-tag':
      return decision.versionTag === binding.versionTag;
  }
}

async function modelsOf(
  source: DecisionSource,
  tenant: TenantId,
  decisions: readonly DeployedDecision[],
): Promise<ReadonlyMap<string, DecisionModel>> {
  const references = new Map(decisions.map(({ model }) => [nameOf(model), model]));
  const load = async ([name, model]: readonly [string, ModelReference]) =>
    [name, await source.model(tenant, model)] as const;
  return new Map(await Promise.all([...references].map(load)));
}

const nameOf = ({ namespace, id, version }: ModelReference): string => `${namespace}#${id}/${version}`;

function notDeployed(decision: string, binding: Binding): string {
  const which =
    binding.kind === 'version'
      ? `version ${binding.version} of `
      : binding.kind === 'version-tag'
        ? `version '${binding.versionTag}' of `
        : '';
  return `Expected ${which}decision '${decision}' to be deployed, but it is not`;
}
