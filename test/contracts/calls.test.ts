import { createRuntime } from '../../src/runtime/runtime.js';
import { idOf } from '../../src/shared/id.js';
import { kari } from '../support/contract-commands.js';
import { processesIn } from '../support/contract-processes.js';
import { implementations, trondheim } from '../support/store-world.js';
import type { StoreWorld } from '../support/store-world.js';

const document = (content: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1"
  id="dokument" targetNamespace="https://boligflyt.no">${content}</bpmn:definitions>`;

const process = (id: string, attributes: string, middle: string): string => `
  <bpmn:process id="${id}" name="${id}" isExecutable="true" boligflyt:family="shared" boligflyt:readers="hvk" ${attributes}>
    <bpmn:startEvent id="${id}-start" /> ${middle} <bpmn:endEvent id="${id}-slutt" />
    <bpmn:sequenceFlow id="${id}-f1" sourceRef="${id}-start" targetRef="${id}-midten" />
    <bpmn:sequenceFlow id="${id}-f2" sourceRef="${id}-midten" targetRef="${id}-slutt" />
  </bpmn:process>`;

const called = (task: string, tag: string): string =>
  process(
    'kalt',
    `boligflyt:versionTag="${tag}"`,
    `<bpmn:userTask id="kalt-midten" name="${task}" boligflyt:candidateGroups="hvk"/>`,
  );
const caller = (call: string): string =>
  process('kaller', '', `<bpmn:callActivity id="kaller-midten" calledElement="kalt" ${call} />`);

describe.each(implementations)('a call activity on %s', (_name, createWorld) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await createWorld();
  }, 180_000);
  afterEach(() => world.stop());

  const deploy = async (...processes: readonly string[]) =>
    world.definitions.deploy(trondheim, {
      by: kari.id,
      processes: await processesIn(document(processes.join(''))),
      forms: [],
    });

  async function call(): Promise<readonly unknown[]> {
    const runtime = createRuntime({
      ...world,
      alarms: { effectsWaiting: async () => undefined, timerSet: async () => undefined },
      notifier: { notify: async () => undefined },
      worksHere: false,
    });
    const id = idOf<'ProcessInstance'>('sak-som-kaller');
    const command = {
      type: 'StartProcessInstance',
      processInstanceId: id,
      variables: { nummer: '7' },
      actor: kari,
    } as const;
    await runtime.handler.handle({ tenant: trondheim, processInstanceId: id, command, definition: { key: 'kaller' } });
    await runtime.dueWork.drain(trondheim);
    const own = await world.snapshot(trondheim, id);
    const child = [...(own?.elements.values() ?? [])].find(({ calledInstanceId }) => calledInstanceId !== undefined);
    const found = child?.calledInstanceId && (await world.snapshot(trondheim, child.calledInstanceId));
    if (!found) return [...(own?.incidents.values() ?? [])].map(({ code }) => code);
    return [found.definition.version, found.businessKey];
  }

  it.each([
    ['the latest version', '', 3],
    ['version 1', 'boligflyt:binding="version" boligflyt:version="1"', 1],
    ['the version with a tag', 'boligflyt:binding="version-tag" boligflyt:versionTag="to"', 2],
    ['the version of its own deployment', 'boligflyt:binding="deployment"', 2],
  ])('starts %s', async (_, binding, version) => {
    await deploy(called('Første', 'en'));
    await deploy(called('Andre', 'to'), caller(binding));
    await deploy(called('Tredje', 'tre'));

    expect(await call()).toEqual([version, undefined]);
  });

  it('gives the called case its business key', async () => {
    await deploy(called('Første', 'en'), caller('boligflyt:businessKey="=&quot;leie-&quot; + nummer"'));

    expect(await call()).toEqual([1, 'leie-7']);
  });

  it.each([
    ['version', 'boligflyt:binding="version" boligflyt:version="9"'],
    ['version tag', 'boligflyt:binding="version-tag" boligflyt:versionTag="ni"'],
  ])('stops where the %s is unknown', async (_, binding) => {
    await deploy(called('Første', 'en'), caller(binding));

    expect(await call()).toEqual(['UNKNOWN_PROCESS']);
  });
});
