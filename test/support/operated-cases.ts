import type { ProcessEvent } from '../../src/engine/index.js';
import type { TenantId } from '../../src/runtime/ports.js';
import { createProcessInstanceId } from '../../src/runtime/process-instance-id.js';
import { idOf, type Id } from '../../src/shared/id.js';
import type { ApiWorld } from './api-world.js';
import { monday } from './api-world.js';

const flow = (source: string, target: string): string =>
  `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}" />`;

const task = (id: string, name: string): string =>
  `<bpmn:userTask id="${id}" name="${name}" boligflyt:candidateGroups="hvk" />`;

const model = (tasks: readonly (readonly [id: string, name: string])[]): string => {
  const way = ['start', ...tasks.map(([id]) => id), 'slutt'];
  const flows = way.slice(1).map((node, place) => flow(way[place] ?? '', node));
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="d" targetNamespace="https://boligflyt.no/workflows">
  <bpmn:process id="flytting" name="Flytting" isExecutable="true" boligflyt:family="applicant" boligflyt:readers="hvk" boligflyt:subject="soker">
    <bpmn:startEvent id="start" />${tasks.map(([id, name]) => task(id, name)).join('')}<bpmn:endEvent id="slutt" />${flows.join('')}
  </bpmn:process>
</bpmn:definitions>`;
};

/** A move: somebody assesses it, somebody approves it. */
const first = model([
  ['vurder', 'Vurder flyttingen'],
  ['godkjenn', 'Godkjenn flyttingen'],
]);

/** The same, but nobody approves it any more: there is a check of another name instead. */
const second = model([
  ['vurder', 'Vurder flyttingen'],
  ['kontroller', 'Kontroller kontrakten'],
]);

const trondheim = idOf<'Tenant'>('trondheim');
const kari = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };

/** Deploys both versions of the process `flytting`. */
export async function deployMoves(world: ApiWorld): Promise<void> {
  for (const content of [first, second]) {
    await world
      .as('ada')
      .post('definitions', { files: [{ name: 'flytting.bpmn', content }] })
      .expect(201);
  }
}

/** Starts cases of version 1, which stand at `vurder`. */
export async function startMoves(world: ApiWorld, count: number): Promise<readonly Id<'ProcessInstance'>[]> {
  const start = async (_: unknown, number: number): Promise<Id<'ProcessInstance'>> => {
    const processInstanceId = createProcessInstanceId(monday);
    const outcome = await world.ports.commands.handle({
      tenant: trondheim,
      processInstanceId,
      definition: { key: 'flytting', version: 1 },
      command: {
        type: 'StartProcessInstance',
        processInstanceId,
        variables: { soker: 'siv', adresse: `Nedre gate ${number}` },
        actor: kari,
      },
    });
    expect(outcome.ok).toBe(true);
    return processInstanceId;
  };
  const ids = await Promise.all(Array.from({ length: count }, start));
  await world.settle();
  return ids;
}

/** Completes the task that a case stands at. */
export async function completeTask(world: ApiWorld, processInstanceId: Id<'ProcessInstance'>): Promise<void> {
  const snapshot = await world.ports.cases.snapshot(trondheim, processInstanceId);
  for (const { id: userTaskId } of snapshot?.userTasks.values() ?? []) {
    for (const type of ['ClaimUserTask', 'CompleteUserTask'] as const) {
      const command = { type, userTaskId, actor: kari, variables: {} };
      await world.ports.commands.handle({ tenant: trondheim, processInstanceId, command });
    }
  }
}

/** Types of the events of a case, in their order. */
export async function eventsOf(
  world: ApiWorld,
  id: Id<'ProcessInstance'>,
  tenant: TenantId = trondheim,
): Promise<readonly ProcessEvent['type'][]> {
  return (await world.ports.cases.journal(tenant, id)).map(({ event }) => event.type);
}

/** Where a case stands. */
export async function nodesOf(world: ApiWorld, id: Id<'ProcessInstance'>): Promise<readonly string[]> {
  const snapshot = await world.ports.cases.snapshot(trondheim, id);
  return [...(snapshot?.tokens.values() ?? [])].map(({ node }) => node);
}
