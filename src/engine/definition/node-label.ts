import type { FlowNode } from './flow-node.js';

const unnamed: Readonly<Record<FlowNode['kind'], string>> = {
  startEvent: 'Start',
  endEvent: 'Slutt',
  userTask: 'Oppgave',
  serviceTask: 'Automatisk oppgave',
  manualTask: 'Manuell oppgave',
  task: 'Oppgave',
  exclusiveGateway: 'Valg',
  parallelGateway: 'Parallelle veier',
  intermediateCatchEvent: 'Venting',
  boundaryEvent: 'Hendelse',
  subProcess: 'Delprosess',
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
