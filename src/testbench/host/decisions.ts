import {
  askDecision,
  decisionsOf,
  type Binding,
  type DecisionModel,
  type DecisionRegister,
} from '../../engine/index.js';

interface DeployedModel {
  readonly model: DecisionModel;
  readonly source: string;
  readonly deployment: number;
}

/** A version of a decision. */
export interface DeployedDecision {
  readonly key: string;
  readonly version: number;
}

/** Deployed decisions by id and version. */
export class Decisions {
  readonly #models: DeployedModel[] = [];
  readonly #versions = new Map<string, DeployedModel[]>();

  /** Every model, in the order in which they came: of two with the same decision the later one counts. */
  models(): readonly DecisionModel[] {
    return this.#models.map(({ model }) => model);
  }

  /** Adds a model; its decisions get a new version unless it is what the latest one is. */
  add(model: DecisionModel, source: string, deployment: number): readonly DeployedDecision[] {
    const isKnown = this.#models.findLast((one) => one.model.namespace === model.namespace)?.source === source;
    const deployed = { model, source, deployment };
    if (!isKnown) this.#models.push(deployed);
    return decisionsOf(model).map(({ id: key }) => {
      const versions = this.#versions.get(key) ?? [];
      const next = isKnown && versions.length > 0 ? versions : [...versions, deployed];
      this.#versions.set(key, next);
      return { key, version: next.length };
    });
  }

  /** The decisions as a process of some deployment sees them. */
  registerFor(deployment: number): DecisionRegister {
    return {
      evaluate: ({ decision, binding, variables }) =>
        askDecision(this.#bound(decision, binding, deployment), decision, variables),
    };
  }

  #bound(decision: string, binding: Binding, deployment: number): readonly DecisionModel[] {
    const versions = this.#versions.get(decision);
    // What is called by its name and not by its id.
    if (versions === undefined) return this.models();
    const found =
      binding.kind === 'version'
        ? versions[binding.version - 1]
        : binding.kind === 'deployment'
          ? versions.findLast((one) => one.deployment <= deployment)
          : versions.at(-1);
    return found === undefined ? [] : [found.model];
  }
}
