import type { FlowNode } from './flow-node.js';

const unnamed: Readonly<Record<FlowNode['kind'], string>> = {
  startEvent: 'Start',
  endEvent: 'Slutt',
  intermediateThrowEvent: 'Hendelse',
  userTask: 'Oppgave',
  serviceTask: 'Automatisk oppgave',
  sendTask: 'Sending',
  receiveTask: 'Mottak',
  scriptTask: 'Utregning',
  businessRuleTask: 'Regler',
  manualTask: 'Manuell oppgave',
  task: 'Oppgave',
  exclusiveGateway: 'Valg',
  inclusiveGateway: 'Valg av flere veier',
  complexGateway: 'Sammensatt samling',
  eventBasedGateway: 'Det som skjer først',
  parallelGateway: 'Parallelle veier',
  intermediateCatchEvent: 'Venting',
  boundaryEvent: 'Hendelse',
  subProcess: 'Delprosess',
  eventSubProcess: 'Delprosess ved hendelse',
  transaction: 'Transaksjon',
  adHocSubProcess: 'Delprosess i fri rekkefølge',
  callActivity: 'Kalt prosess',
};

/** What people call a node: its name in the diagram, or what kind of thing it is. */
export function labelOf(node: FlowNode): string {
  if (node.name !== '') return node.name;
  return node.kind === 'parallelGateway' && node.outgoing.length === 1 ? 'Veiene møtes' : unnamed[node.kind];
}

/** Whether a node is a gateway without a name where ways only meet: it says nothing to a reader. */
export const isSilentGateway = (node: FlowNode): boolean =>
  node.kind === 'exclusiveGateway' && node.name === '' && node.outgoing.length === 1;
