import type { ExclusiveGateway } from '../../definition/flow-node.js';
import type { UnversionedDefinition } from '../../definition/process-definition.js';
import { error, warning, type Diagnostic } from '../diagnostic.js';
import type { ProcessRule } from './rule.js';

/** Every way out of a choice has a condition or is the default (BPMN 2.0.2 §13.4.2); no default is only a warning. */
export const exclusiveChoices: ProcessRule = (definition) =>
  [...definition.nodes.values()].flatMap((node) =>
    node.kind === 'exclusiveGateway' && node.outgoing.length > 1 ? checkChoice(node, definition) : [],
  );

function checkChoice(gateway: ExclusiveGateway, { flows }: UnversionedDefinition): readonly Diagnostic[] {
  const undecided = gateway.outgoing.filter(
    (flow) => flow !== gateway.defaultFlow && flows.get(flow)?.condition === undefined,
  );
  const found = undecided.map((flow) => noCondition(gateway.id, flow));
  if (gateway.defaultFlow === undefined) return undecided.length > 0 ? found : [noDefault(gateway.id)];
  return flows.get(gateway.defaultFlow)?.condition === undefined
    ? found
    : [...found, conditionOnDefault(gateway.defaultFlow)];
}

const noCondition = (gateway: string, flow: string): Diagnostic =>
  error('gateway-condition', flow, {
    message: `Expected flow '${flow}' out of '${gateway}' to have a condition or to be the default, but it is neither`,
    melding: 'Flyten ut av valget mangler betingelse. Skriv en, eller gjør den til standardflyten.',
  });

const noDefault = (gateway: string): Diagnostic =>
  warning('gateway-default', gateway, {
    message: `Expected a default flow out of '${gateway}', but there is none: the case stops when no condition is true`,
    melding: 'Valget har ingen standardflyt. Saken stopper hvis ingen betingelse slår til. Merk én flyt som standard.',
  });

const conditionOnDefault = (flow: string): Diagnostic =>
  error('default-with-condition', flow, {
    message: `Expected the default flow '${flow}' to have no condition, but it has one`,
    melding: 'Standardflyten kan ikke ha en betingelse. Ta den bort: flyten tas når ingen andre slår til.',
  });

/** A default flow leaves the node that names it (§8.4.13). */
export const defaultIsOwnFlow: ProcessRule = ({ nodes }) =>
  [...nodes.values()].flatMap((node): readonly Diagnostic[] => {
    if (!('defaultFlow' in node) || node.defaultFlow === undefined) return [];
    if (node.outgoing.includes(node.defaultFlow)) return [];
    return [
      error('default-flow', node.id, {
        message: `Expected the default flow of '${node.id}' to leave it, but '${node.defaultFlow}' does not`,
        melding: 'Standardflyten går ikke ut fra dette elementet. Velg en av flytene som gjør det.',
      }),
    ];
  });
