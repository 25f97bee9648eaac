import type { IncomingMessage, MessageCorrelation } from '../../src/runtime/message-correlation.js';
import type { Runtime } from '../../src/runtime/runtime.js';
import type { TenantId } from '../../src/runtime/ports.js';
import { idOf } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import { processesIn } from './contract-processes.js';
import { trondheim } from './store-world.js';
import type { StoreWorld } from './store-world.js';
import { quietRuntime } from './quiet-runtime.js';

const kari = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };

const document = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="d" targetNamespace="https://boligflyt.no">${body}</definitions>`;

const flows = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((target, at) => `<sequenceFlow id="${ids[at]}-${target}" sourceRef="${ids[at]}" targetRef="${target}" />`)
    .join('');

const awaiting = (id: string, message: string): string =>
  `<intermediateCatchEvent id="${id}"><messageEventDefinition messageRef="${message}" /></intermediateCatchEvent>`;

/** Two letters in a row by the key of the case, one without a key, and a person who waits for nothing. */
const waits = document(`
  <message id="m-brev" name="brev" boligflyt:correlationKey="=nummer" /><message id="m-rop" name="rop" />
  <process id="to-brev" isExecutable="true"><startEvent id="a" />${awaiting('forst', 'm-brev')}${awaiting('sist', 'm-brev')}<endEvent id="z" />
    ${flows('a', 'forst', 'sist', 'z')}</process>
  <process id="lytter" isExecutable="true"><startEvent id="b" />${awaiting('hor', 'm-rop')}<endEvent id="y" />${flows('b', 'hor', 'y')}</process>`);

/** What a shout starts. */
export const begunByShout = document(`
  <message id="m-rop" name="rop" />
  <process id="vakt" isExecutable="true"><startEvent id="ropt"><messageEventDefinition messageRef="m-rop" /></startEvent>
    <userTask id="svar" boligflyt:candidateGroups="hvk" /><endEvent id="x" />${flows('ropt', 'svar', 'x')}</process>`);

/** A sender, and the receiver at the end of its message flow, which is begun later. */
const pools = document(`
  <message id="m-svar" name="svar" />
  <collaboration id="samarbeid"><participant id="p1" processRef="avsender" /><participant id="p2" processRef="mottaker" />
    <messageFlow id="mf" sourceRef="send" targetRef="ta-imot" /></collaboration>
  <process id="avsender" isExecutable="true"><startEvent id="c" />
    <intermediateThrowEvent id="send"><messageEventDefinition messageRef="m-svar" /></intermediateThrowEvent><endEvent id="w" />${flows('c', 'send', 'w')}</process>
  <process id="mottaker" isExecutable="true"><startEvent id="d1" />${awaiting('ta-imot', 'm-svar')}<endEvent id="v" />${flows('d1', 'ta-imot', 'v')}</process>`);

/** A world in which cases wait for messages, with everything that delivers them. */
export interface MessageWorld {
  readonly world: StoreWorld;
  readonly runtime: Runtime;
  /** Sends `brev` with a key, or `rop`, in Trondheim. */
  send(message: Partial<IncomingMessage> & { readonly message: string }): ReturnType<MessageCorrelation['correlate']>;
  start(process: string, id: string, variables?: JsonObject): Promise<void>;
  deploy(xml: string): Promise<void>;
  /** Everything that is due, until nothing is. */
  settle(tenant?: TenantId): Promise<void>;
  /** Where a case stands: the nodes at which it waits for a message, or how it ended. */
  at(id: string): Promise<string>;
  variables(id: string): Promise<JsonObject | undefined>;
}

/** Puts delivery on top of a store, with the processes of the messages deployed. */
export async function messageWorldOn(world: StoreWorld): Promise<MessageWorld> {
  const deploy = async (xml: string): Promise<void> => {
    await world.definitions.deploy(trondheim, { processes: await processesIn(xml), forms: [], by: kari.id });
  };
  for (const xml of [waits, pools]) await deploy(xml);
  const runtime = quietRuntime(world);
  return {
    world,
    runtime,
    deploy,
    send: (message) => runtime.messages.correlate(trondheim, { variables: {}, actor: kari, ...message }),
    start: async (key, id, variables = {}) => {
      const processInstanceId = idOf<'ProcessInstance'>(id);
      const command = { type: 'StartProcessInstance', processInstanceId, variables, actor: kari } as const;
      const outcome = await runtime.handler.handle({
        tenant: trondheim,
        processInstanceId,
        command,
        definition: { key },
      });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.rejection));
    },
    settle: (tenant = trondheim) => runtime.dueWork.drain(tenant),
    at: async (id) => {
      const instance = await world.snapshot(trondheim, idOf(id));
      const nodes = [...(instance?.subscriptions.values() ?? [])].map(({ node }) => node);
      return instance?.state === 'active' ? nodes.join(' ') : String(instance?.state);
    },
    variables: async (id) => {
      const instance = await world.snapshot(trondheim, idOf(id));
      const root = [...(instance?.elements.values() ?? [])].find(({ parentId }) => parentId === undefined);
      return root?.variables ?? instance?.finalVariables;
    },
  };
}
