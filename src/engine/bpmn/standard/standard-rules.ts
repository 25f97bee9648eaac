import type { Diagnostic } from '../../xml/diagnostic.js';
import type { ModdleElement } from '../document/moddle-element.js';
import * as activities from './activities.js';
import { bpmnModel } from './bpmn-model.js';
import * as compensation from './compensation.js';
import * as eventContents from './event-contents.js';
import * as eventGateways from './event-gateways.js';
import * as eventPlaces from './event-places.js';
import * as interplay from './interplay.js';
import * as sequenceFlows from './sequence-flows.js';
import type { StandardRule } from './standard-rule.js';

// Every export of these files is a rule: one that is written is also kept.
const rules: readonly StandardRule[] = [
  sequenceFlows,
  eventPlaces,
  eventContents,
  eventGateways,
  activities,
  compensation,
  interplay,
].flatMap((folder): readonly StandardRule[] => Object.values(folder));

/** Every constraint of BPMN 2.0.2 that a document breaks, rule by rule; `processes` are those that are meant to run. */
export function brokenConstraints(root: ModdleElement, processes: readonly ModdleElement[]): readonly Diagnostic[] {
  const model = bpmnModel(root, processes);
  return rules.flatMap((rule) => rule(model));
}
