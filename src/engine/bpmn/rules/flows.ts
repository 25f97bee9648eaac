import { error, type Diagnostic } from '../diagnostic.js';
import type { ProcessRule } from './rule.js';

/** Both ends of a flow are nodes of the same scope (BPMN 2.0.2 §8.4.13): flows never cross a sub-process's border. */
export const flowsStayInScope: ProcessRule = ({ flows, nodes }) =>
  [...flows.values()].flatMap((flow): readonly Diagnostic[] => {
    const source = nodes.get(flow.source);
    const target = nodes.get(flow.target);
    if (source && target && source.scope === target.scope) return [];
    return [
      error('flow-crosses-scope', flow.id, {
        message: `Expected flow '${flow.id}' to join two nodes of one scope, but it goes from '${flow.source}' to '${flow.target}'`,
        melding: 'Flyten krysser grensen til en delprosess. Tegn den til eller fra selve delprosessen.',
      }),
    ];
  });

/** A boundary event sits on an activity of its own scope and has no incoming flow (§10.5.4). */
export const boundaryAttached: ProcessRule = ({ nodes }) =>
  [...nodes.values()].flatMap((node): readonly Diagnostic[] => {
    if (node.kind !== 'boundaryEvent') return [];
    const host = nodes.get(node.attachedTo);
    const attached = host !== undefined && 'boundaryEvents' in host && host.scope === node.scope;
    if (attached && node.incoming.length === 0) return [];
    return [
      error('boundary-event', node.id, {
        message: `Expected boundary event '${node.id}' to sit on an activity beside it and to have no incoming flow`,
        melding: 'Hendelsen må sitte på kanten av en oppgave i samme delprosess, og kan ikke ha en flyt inn.',
      }),
    ];
  });

/** Conditions stand on flows out of exclusive gateways and activities only (§8.4.13). */
export const conditionsWhereAllowed: ProcessRule = ({ flows, nodes }) =>
  [...flows.values()]
    .filter(({ condition, source }) => {
      const node = nodes.get(source);
      return condition !== undefined && node?.kind !== 'exclusiveGateway' && !(node && 'inputs' in node);
    })
    .map(({ id, source }) =>
      error('condition-not-allowed', id, {
        message: `Expected no condition on flow '${id}', because '${source}' takes all its flows`,
        melding: 'Det kan ikke stå en betingelse på denne flyten. Sett en eksklusiv port foran valget.',
      }),
    );
