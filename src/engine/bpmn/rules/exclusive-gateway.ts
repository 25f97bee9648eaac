import type { ExclusiveGateway } from '../../definition/flow-node.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { warning, type Diagnostic } from '../../xml/diagnostic.js';
import type { ProcessRule } from './rule.js';

/**
 * Every way out of a choice has a condition or is the default, and there is a default (BPMN 2.0.2 §13.4.2). The standard
 * lets both be absent: a way without a condition is always open.
 */
export const exclusiveChoices: ProcessRule = (definition) =>
  [...definition.nodes.values()].flatMap((node) =>
    node.kind === 'exclusiveGateway' && node.outgoing.length > 1 ? checkChoice(node, definition) : [],
  );

function checkChoice(gateway: ExclusiveGateway, { flows }: UnversionedDefinition): readonly Diagnostic[] {
  const undecided = gateway.outgoing.filter(
    (flow) => flow !== gateway.defaultFlow && flows.get(flow)?.condition === undefined,
  );
  if (gateway.defaultFlow === undefined && undecided.length === 0) return [noDefault(gateway.id)];
  return undecided.map((flow) => noCondition(gateway.id, flow));
}

const noCondition = (gateway: string, flow: string): Diagnostic =>
  warning('gateway-condition', flow, {
    message: `Expected flow '${flow}' out of '${gateway}' to have a condition or to be the default, but it is neither`,
    melding: 'Flyten ut av valget mangler betingelse. Skriv en, eller gjør den til standardflyten.',
  });

const noDefault = (gateway: string): Diagnostic =>
  warning('gateway-default', gateway, {
    message: `Expected a default flow out of '${gateway}', but there is none: the case stops when no condition is true`,
    melding: 'Valget har ingen standardflyt. Saken stopper hvis ingen betingelse slår til. Merk én flyt som standard.',
  });
