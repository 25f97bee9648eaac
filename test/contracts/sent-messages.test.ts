import { idOf } from '../../src/shared/id.js';
import type { JsonObject } from '../../src/shared/json.js';
import { queryInTenant } from '../../src/store/query-in-tenant.js';
import { processesIn } from '../support/contract-processes.js';
import { createPostgresWorld, trondheim, type PostgresWorld } from '../support/store-world.js';
import { quietRuntime } from '../support/quiet-runtime.js';

const kari = { id: idOf<'Actor'>('kari'), groups: ['hvk'] };

const document = (body: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boligflyt="https://boligflyt.no/bpmn/1" id="d" targetNamespace="https://boligflyt.no">
${body}
</definitions>`;

const flows = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map(
      (target, index) =>
        `<sequenceFlow id="${ids[index]}-${target}" sourceRef="${ids[index]}" targetRef="${target}" />`,
    )
    .join('');

const process = (id: string, content: string): string => `<process id="${id}" isExecutable="true">${content}</process>`;

/** A case that orders something and waits for the answer, and the one that is started by the order and answers. */
const order = document(`
  <message id="m-bestilt" name="bestilt" boligflyt:correlationKey="=nummer" /><message id="m-levert" name="levert" boligflyt:correlationKey="=nummer" />
  ${process(
    'kunde',
    `<startEvent id="k-start" /><intermediateThrowEvent id="bestill"><extensionElements><boligflyt:input source="=nummer" target="nummer" /></extensionElements><messageEventDefinition messageRef="m-bestilt" /></intermediateThrowEvent>
    <intermediateCatchEvent id="vent"><messageEventDefinition messageRef="m-levert" /></intermediateCatchEvent><endEvent id="k-slutt" />${flows('k-start', 'bestill', 'vent', 'k-slutt')}`,
  )}
  ${process(
    'lager',
    `<startEvent id="ordre"><messageEventDefinition messageRef="m-bestilt" /></startEvent><intermediateThrowEvent id="lever"><messageEventDefinition messageRef="m-levert" /></intermediateThrowEvent>
    <endEvent id="l-slutt" />${flows('ordre', 'lever', 'l-slutt')}`,
  )}`);

/** One that warns, one that waits for the warning, and one that the warning starts. */
const warning = document(`
  <signal id="s" name="flom" />
  ${process('varsler', `<startEvent id="v-start" /><endEvent id="varsle"><signalEventDefinition signalRef="s" /></endEvent>${flows('v-start', 'varsle')}`)}
  ${process('beboer', `<startEvent id="b-start" /><intermediateCatchEvent id="hor"><signalEventDefinition signalRef="s" /></intermediateCatchEvent><endEvent id="b-slutt" />${flows('b-start', 'hor', 'b-slutt')}`)}
  ${process('beredskap', `<startEvent id="alarm"><signalEventDefinition signalRef="s" /></startEvent><endEvent id="r-slutt" />${flows('alarm', 'r-slutt')}`)}`);

describe('what processes send to each other', () => {
  let world: PostgresWorld;
  let play: ReturnType<typeof player>;

  beforeAll(async () => {
    world = await createPostgresWorld();
    for (const xml of [order, warning]) {
      const processes = await processesIn(xml);
      await world.definitions.deploy(trondheim, { processes, forms: [], by: kari.id });
    }
    play = player(world);
  });
  afterAll(() => world.stop());

  it('a thrown message starts a process, whose answer reaches the one that waits with the same key', async () => {
    await play.start('kunde', 'kunde-1', { nummer: '17' });
    await play.settle();

    expect(await play.states('kunde')).toEqual(['completed']);
    expect(await play.states('lager')).toEqual(['completed']);
  });

  it('a signal reaches every case that waits for it, and starts what begins with it', async () => {
    await play.start('beboer', 'beboer-1', {});
    await play.start('beboer', 'beboer-2', {});
    await play.start('varsler', 'varsler-1', {});
    await play.settle();

    expect(await play.states('beboer')).toEqual(['completed', 'completed']);
    expect(await play.states('beredskap')).toEqual(['completed']);
  });
});

function player(world: PostgresWorld) {
  const runtime = quietRuntime(world);
  return {
    start: (key: string, id: string, variables: JsonObject) =>
      runtime.handler.handle({
        tenant: trondheim,
        processInstanceId: idOf(id),
        command: { type: 'StartProcessInstance', processInstanceId: idOf(id), variables, actor: kari },
        definition: { key },
      }),
    settle: async () => {
      for (let round = 0; round < 4; round += 1) await runtime.dueWork.drain(trondheim);
    },
    states: async (key: string) => {
      const text = 'select state from process_instance where tenant = $1 and definition_key = $2 order by id';
      const values = [trondheim, key];
      return (await queryInTenant<{ state: string }>(world.pool, trondheim, { text, values })).map(
        ({ state }) => state,
      );
    },
  };
}
