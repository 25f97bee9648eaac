import { askDecision, readDmn, type DecisionModel } from '../../../engine/index.js';
import type { DecisionSource } from '../../../runtime/decision-ports.js';
import type { TenantId } from '../../../runtime/ports.js';
import type { JsonObject } from '../../../shared/json.js';
import { parseKeyAnswer, type Placement } from './placement.js';

/** Id of the decision that puts people on the waiting list in groups. */
export const priorityKey = 'prioriteringsnokkel';

/** A version of the priority key, ready to be asked. */
export interface PriorityRule {
  /** 0 for one that is proposed only. */
  readonly version: number;
  /** Throws where the key has no answer for these inputs, and says what is wrong. */
  place(given: JsonObject): Placement;
}

// A version never changes: everybody who asks for it gets the same rule, and what is remembered of it serves them all.
const rules = new WeakMap<DecisionModel, PriorityRule>();

/** The version that counts now; refuses where none is deployed. The same version is the same rule whenever it is asked for. */
export async function ruleInForce(source: DecisionSource, tenant: TenantId): Promise<PriorityRule> {
  const versions = await source.decisions(tenant);
  const latest = versions.findLast(({ key }) => key === priorityKey);
  if (latest === undefined) throw new Error(`Expected decision '${priorityKey}' to be deployed, but it is not`);
  const model = await source.model(tenant, latest.model);
  const rule = rules.get(model) ?? ruleOf(model, latest.version);
  rules.set(model, rule);
  return rule;
}

/** What is wrong with a proposed key, in Norwegian; or the key. */
export type RuleReading =
  { readonly ok: true; readonly rule: PriorityRule } | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a proposed key, and asks it once of somebody of whom nothing is known and once of somebody who meets everything. */
export async function readProposedRule(dmn: string): Promise<RuleReading> {
  const reading = await readDmn([dmn]);
  if (!reading.ok) return { ok: false, problems: reading.diagnostics.map(({ melding }) => melding) };

  const [model] = reading.models;
  const rule = model === undefined ? undefined : ruleOf(model, 0);
  const problems = rule === undefined ? ['Filen har ingen regler.'] : probes.flatMap((given) => problemOf(rule, given));
  return rule === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, rule };
}

const nothing: JsonObject = {
  ...{ utenTakINatt: null, dagerParagraf27: null, utrygtNa: null, barnIHusstanden: null, dagerTilUtskriving: null },
  ...{ uegnetBolig: null, boligenAvvikles: null, ventetDager: 0, passerLedigBolig: null },
};
const everything: JsonObject = {
  ...{ utenTakINatt: true, dagerParagraf27: 90, utrygtNa: true, barnIHusstanden: true, dagerTilUtskriving: 1 },
  ...{ uegnetBolig: true, boligenAvvikles: true, ventetDager: 700, passerLedigBolig: true },
};
const probes = [nothing, everything];

function problemOf(rule: PriorityRule, given: JsonObject): readonly string[] {
  try {
    rule.place(given);
    return [];
  } catch (problem) {
    return [problem instanceof Error ? problem.message : String(problem)];
  }
}

const ruleOf = (model: DecisionModel, version: number): PriorityRule => ({
  version,
  place: (given) => {
    const answer = askDecision([model], priorityKey, given);
    const found = answer.ok ? parseKeyAnswer(answer.value) : undefined;
    if (found !== undefined) return { ...found, ruleVersion: version, given };
    const said = answer.ok ? `it is ${JSON.stringify(answer.value)}` : answer.message;
    throw new Error(`Expected '${priorityKey}' to give plassgruppe, grunner and likeStilt, but ${said}`);
  },
});
