import type { JsonObject } from '../../src/shared/json.js';
import { aroundMiddle, flows, userTask } from '../support/bpmn-xml.js';
import { playXml } from '../support/play-xml.js';
import { readContent, readMiddle } from '../support/read-xml.js';

const specification = `<ioSpecification><dataInput id="inn-1" name="kunde"/><dataOutput id="ut-1" name="svar"/>
  <inputSet><dataInputRefs>inn-1</dataInputRefs></inputSet><outputSet><dataOutputRefs>ut-1</dataOutputRefs></outputSet>
  </ioSpecification>`;
const object = '<dataObject id="o-1" name="vedtak"/><dataObjectReference id="r-1" dataObjectRef="o-1"/>';
const held = `<property id="p-1" name="person"/>${object}`;
const input = (more = '', source = 'p-1'): string =>
  `<dataInputAssociation><sourceRef>${source}</sourceRef><targetRef>inn-1</targetRef>${more}</dataInputAssociation>`;
const output = (more = '', target = 'r-1'): string =>
  `<dataOutputAssociation><sourceRef>ut-1</sourceRef><targetRef>${target}</targetRef>${more}</dataOutputAssociation>`;
const task = (associations: string, type = 'serviceTask', content = ''): string =>
  `<${type} id="midten" boligflyt:jobType="regn">${specification}${associations}${content}</${type}>`;
const waiting = (middle: string): string =>
  `${held}<startEvent id="start"/>${middle}${userTask('vent')}<endEvent id="slutt"/>${flows('start > midten > vent > slutt')}`;

async function afterJob(associations: string, result: JsonObject, before: JsonObject = {}): Promise<JsonObject> {
  const player = await playXml(waiting(task(associations)));
  player.start(before);
  player.completeJob('midten', result);
  return player.variables;
}

async function seenByJob(associations: string, before: JsonObject): Promise<JsonObject | undefined> {
  const player = await playXml(waiting(task(associations)));
  player.start(before);
  const [job] = player.instance.jobs.values();
  return job && player.instance.elements.get(job.elementInstanceId)?.variables;
}

describe('§10.4.1 data that a scope holds', () => {
  it('are its properties and data objects by name or id, once for all references', async () => {
    const content = `<property id="egenskap"/>${object}<dataObjectReference id="r-2" name="vedtak (nytt)" dataObjectRef="o-1"/>
      ${aroundMiddle('<subProcess id="midten"><dataObject id="indre"/><startEvent id="inne"/></subProcess>')}`;

    const { scopes } = await readContent(content);

    expect(
      scopes
        .get('prosess')
        ?.variables.map(({ name }) => name)
        .toSorted(),
    ).toEqual(['egenskap', 'vedtak']);
    expect(scopes.get('midten')?.variables).toEqual([{ name: 'indre' }]);
  });

  it('is called as the reference is where a tool made up the id', async () => {
    const content = `<dataObject id="DataObject_1x2y"/><dataObjectReference id="r" name="soknad" dataObjectRef="DataObject_1x2y"/>`;

    const { scopes } = await readContent(content + aroundMiddle('<task id="midten"/>'));

    expect(scopes.get('prosess')?.variables).toEqual([{ name: 'soknad' }]);
  });

  it('is null from the beginning unless the start gives it', async () => {
    const player = await playXml(waiting(task('')));

    player.start({ person: 'Siv' });

    expect(player.variables).toEqual({ person: 'Siv', vedtak: null });
  });
});

describe('§10.4.2 what goes into a task', () => {
  it.each<[string, string, JsonObject, JsonObject]>([
    ['a copy', input(), { person: { navn: 'Siv' } }, { kunde: { navn: 'Siv' } }],
    ['a data object by its reference', input('', 'r-1'), { vedtak: 7 }, { kunde: 7 }],
    [
      'a transformation',
      input('<transformation>=person.navn</transformation>'),
      { person: { navn: 'Siv' } },
      { kunde: 'Siv' },
    ],
    [
      'an assignment to the whole',
      input('<assignment><from>=person + 1</from><to>kunde</to></assignment>'),
      { person: 1 },
      { kunde: 2 },
    ],
    [
      'an assignment by the ids of its ends, as some tools write',
      input('<assignment><from>p-1</from><to>inn-1</to></assignment>'),
      { person: 1 },
      { kunde: 1 },
    ],
    [
      'assignments to parts',
      input(
        '<assignment><from>1</from><to>kunde.a</to></assignment><assignment><from>2</from><to>kunde.b.c</to></assignment>',
      ),
      {},
      { kunde: { a: 1, b: { c: 2 } } },
    ],
    [
      'an assignment in the words of the standard',
      input(`<assignment><from>5</from><to>getDataInput('kunde')/alder</to></assignment>`),
      {},
      { kunde: { alder: 5 } },
    ],
  ])('%s', async (_, associations, before, seen) => {
    expect(await seenByJob(associations, before)).toEqual(seen);
  });

  it('an input whose name has spaces is seen under it', async () => {
    const player = await playXml(waiting(task(input()).replace('name="kunde"', 'name="den nye kunden"')));

    player.start({ person: 'Siv' });

    const [job] = player.instance.jobs.values();
    expect(job && player.instance.elements.get(job.elementInstanceId)?.variables).toEqual({ 'den nye kunden': 'Siv' });
  });
});

describe('§10.4.2 what comes out of a task', () => {
  it.each<[string, string, JsonObject, unknown]>([
    ['under its name', output(), { svar: 'ja' }, 'ja'],
    ['under its id', output(), { 'ut-1': 'ja' }, 'ja'],
    ['transformed', output('<transformation>=svar * 2</transformation>'), { svar: 21 }, 42],
    ['assigned', output('<assignment><from>=svar.a</from><to>vedtak</to></assignment>'), { svar: { a: 1 } }, 1],
    [
      'assigned to a part',
      output('<assignment><from>=svar</from><to>vedtak.del</to></assignment>'),
      { svar: 1 },
      { del: 1 },
    ],
  ])('%s', async (_, associations, result, expected) => {
    const { vedtak } = await afterJob(associations, result);

    expect(vedtak).toEqual(expected);
  });

  it('keeps what was there where the task brings nothing, and lets nothing else out', async () => {
    const variables = await afterJob(output(), { annet: 1 }, { vedtak: 'fra før' });

    expect(variables).toEqual({ person: null, vedtak: 'fra før' });
  });

  it('of a script is its result', async () => {
    const script = waiting(task(input() + output(), 'scriptTask', '<script>=kunde + 1</script>')).replace(
      ' boligflyt:jobType="regn"',
      '',
    );
    const player = await playXml(script);

    player.start({ person: 41 });

    expect(player.variables).toEqual({ person: 41, vedtak: 42 });
  });
});

it('§10.4.1 a data store that many processes share is a variable of each', async () => {
  const content = `<dataStoreReference id="reg" name="register" dataStoreRef="lager"/>${aroundMiddle(
    `<task id="midten"><ioSpecification><dataInput id="inn"/><inputSet/><outputSet/></ioSpecification>
     <dataInputAssociation><sourceRef>reg</sourceRef><targetRef>inn</targetRef></dataInputAssociation></task>`,
  )}`;

  expect(await readMiddle(content, { beside: '<dataStore id="lager" name="folk"/>' })).toMatchObject({
    inputs: [{ source: 'folk', target: 'inn' }],
  });
});
