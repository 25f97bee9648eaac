import { error, type Diagnostic } from '../../xml/diagnostic.js';
import type { Wording } from '../../xml/diagnostic.js';
import type { BpmnFlow, BpmnModel, BpmnNode, BpmnScope } from './bpmn-model.js';

/** One constraint of the standard, named; finds every element that breaks it. */
export type StandardRule = (model: BpmnModel) => readonly Diagnostic[];

/** A thing of the model that has an id. */
interface Named {
  readonly id: string;
}

/** When something breaks a rule, and what to say then. */
interface Constraint<Thing> {
  readonly broken: (thing: Thing, model: BpmnModel) => boolean;
  readonly say: (thing: Thing) => Wording;
}

const ruleOver =
  <Thing extends Named>(thingsOf: (model: BpmnModel) => readonly Thing[]) =>
  (name: string, { broken, say }: Constraint<Thing>): StandardRule =>
  (model) =>
    thingsOf(model)
      .filter((thing) => broken(thing, model))
      .map((thing) => error(name, thing.id, say(thing)));

/** A rule that each flow node keeps by itself. */
export const nodeRule = ruleOver<BpmnNode>(({ nodes }) => nodes);

/** A rule that each sequence flow keeps by itself. */
export const flowRule = ruleOver<BpmnFlow>(({ flows }) => flows);

/** A rule that each process and sub-process keeps by itself. */
export const scopeRule = ruleOver<BpmnScope>(({ scopes }) => scopes);
