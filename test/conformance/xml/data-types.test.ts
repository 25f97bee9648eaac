import type { Json } from '../../../src/shared/json.js';
import { flows, userTask } from '../../support/bpmn-xml.js';
import { playElement, type ElementPlayer } from '../../support/play-element.js';
import { compute, dataObject, item } from '../../support/typed-data-xml.js';

const drawn = (feel: string, attributes = ''): string =>
  `${dataObject('x', 'type', attributes)}<startEvent id="start"/>${compute('regn', feel)}${userTask('etter')}<endEvent id="slutt"/>
   ${flows('start > regn > etter > slutt')}`;

const computed = (structure: string, x: Json, feel: string): Promise<ElementPlayer> =>
  playElement(drawn(feel), { x }, { beside: item('type', structure) });

const listed = (structure: string, x: Json, feel: string): Promise<ElementPlayer> =>
  playElement(drawn(feel), { x }, { beside: item('type', structure, 'isCollection="true"') });

const messageOf = ({ instance }: ElementPlayer): string | undefined => [...instance.incidents.values()][0]?.message;

describe('BPMN 2.0.2 §8.4.10 itemDefinition: a data object is read as its type', () => {
  it.each<[string, Json, string, Json]>([
    ['xsd:date', '2026-01-05', 'x + duration("P7D")', '2026-01-12'],
    ['xsd:date', '2026-01-15', 'x > date("2026-01-10")', true],
    ['xsd:date', '2026-01-05', 'x.weekday', 1],
    ['xsd:dateTime', '2026-01-05T10:00:00Z', 'x + duration("PT30M")', '2026-01-05T10:30:00Z'],
    ['xsd:dateTime', '2026-01-05', 'x = date and time("2026-01-05T00:00:00")', true],
    ['xsd:time', '10:15:00', 'x.hour', 10],
    ['xsd:duration', 'P7D', 'date("2026-01-05") + x', '2026-01-12'],
    ['xsd:duration', 'P2M', 'date("2026-01-05") + x', '2026-03-05'],
    ['xsd:dayTimeDuration', 'PT36H', 'x > duration("P1D")', true],
    ['xsd:yearMonthDuration', 'P1Y2M', 'x.months', 2],
    ['xsd:integer', 41, 'x + 1', 42],
    ['xsd:int', 41, 'x instance of number', true],
    ['xsd:long', 41, 'x + 1', 42],
    ['xsd:decimal', 0.1, 'x + 0.2', 0.3],
    ['xsd:double', 1.5, 'x * 2', 3],
    ['xsd:positiveInteger', 3, 'x + 1', 4],
    ['xsd:string', '2026-01-05', 'x + "!"', '2026-01-05!'],
    ['xsd:anyURI', 'https://boligflyt.no', 'contains(x, "flyt")', true],
    ['xsd:boolean', true, 'not(x)', false],
    ['feel:date', '2026-01-05', 'x + duration("P7D")', '2026-01-12'],
    ['date', '2026-01-05', 'x + duration("P7D")', '2026-01-12'],
    ['date and time', '2026-01-05T10:00:00', 'x.hour', 10],
    ['days and time duration', 'P2D', 'x.days', 2],
    ['years and months duration', 'P2Y', 'x.years', 2],
    ['number', 1, 'x + 1', 2],
  ])('%s: %j in %s gives %j', async (structure, x, feel, expected) => {
    const play = await computed(structure, x, feel);

    expect(play.incidents).toEqual([]);
    expect(play.variables).toMatchObject({ x, svar: expected });
  });

  it('xsd with any prefix, also one that nobody has declared', async () => {
    const type =
      '<itemDefinition xmlns:skjema="http://www.w3.org/2001/XMLSchema" id="type" structureRef="skjema:date"/>';
    const declared = await playElement(drawn('x.year'), { x: '2026-01-05' }, { beside: type });
    const forgotten = await playElement(
      drawn('x.year'),
      { x: '2026-01-05' },
      { beside: '<itemDefinition id="type" structureRef="xs:date"/>' },
    );

    expect([declared.variables['svar'], forgotten.variables['svar']]).toEqual([2026, 2026]);
  });

  it.each(['egne:date', 'java.util.Date', 'xsd:gYear', 'egne:tSoknad', 'Date'])(
    '%s is a type that we do not know: the value stays plain JSON',
    async (structure) => {
      const { variables } = await computed(structure, '2026-01-05', 'x + "!"');

      expect(variables['svar']).toBe('2026-01-05!');
    },
  );

  it('a name in the namespace of the document is the author’s own type, not FEEL’s', async () => {
    const type = '<itemDefinition xmlns:her="https://boligflyt.no" id="type" structureRef="her:date"/>';
    const { variables } = await playElement(drawn('x + "!"'), { x: '2026-01-05' }, { beside: type });

    expect(variables['svar']).toBe('2026-01-05!');
  });

  it('null is of every type', async () => {
    expect((await computed('xsd:date', null, 'if x = null then "ingen" else x.year')).variables['svar']).toBe('ingen');
  });

  it('keeps every character of what is only copied', async () => {
    const { variables } = await computed('xsd:dateTime', '2026-01-05T10:00:00.500+01:00', 'x');

    expect(variables['svar']).toBe('2026-01-05T10:00:00.500+01:00');
  });
});

describe('BPMN 2.0.2 §8.4.10 itemDefinition with isCollection is a list', () => {
  it.each<[string, Json, string, Json]>([
    ['xsd:date', ['2026-01-05', '2026-02-05'], 'max(x)', '2026-02-05'],
    ['xsd:date', ['2026-01-05', '2026-02-05'], 'for d in x return d + duration("P1D")', ['2026-01-06', '2026-02-06']],
    ['xsd:duration', ['P7D', 'P1M'], 'for d in x return date("2026-01-05") + d', ['2026-01-12', '2026-02-05']],
    ['xsd:decimal', [1, 2.5], 'sum(x)', 3.5],
    ['xsd:date', '2026-01-05', 'count(x)', 1],
    ['xsd:date', [], 'count(x)', 0],
  ])('%s: %j in %s gives %j', async (structure, x, feel, expected) => {
    expect((await listed(structure, x, feel)).variables).toMatchObject({ x, svar: expected });
  });

  it('also where only the data object says so (§10.4.1)', async () => {
    const content = drawn('x[1] < x[2]', 'isCollection="true"');
    const play = await playElement(content, { x: ['2026-01-05', '2026-01-06'] }, { beside: item('type', 'xsd:date') });

    expect(play.variables['svar']).toBe(true);
  });

  it('a list of one is its item where one is declared (DMN 1.5 §10.3.2.9.4)', async () => {
    expect((await computed('xsd:date', ['2026-01-05'], 'x.year')).variables['svar']).toBe(2026);
    expect((await computed('xsd:date', ['2026-01-05'], 'x')).variables['svar']).toBe('2026-01-05');
  });
});

describe('BPMN 2.0.2 §8.4.10 a value that is not of the declared type', () => {
  it.each<[string, Json, string, string]>([
    ['xsd:date', 'hemmelig', 'x + duration("P1D")', 'a date, as it is declared, but it is a string'],
    ['xsd:date', '2026-02-30', 'x', 'a date, as it is declared, but it is a string'],
    ['xsd:dateTime', 7, 'x = null or true', 'a date and time, as it is declared, but it is a number'],
    ['xsd:integer', 'fire', 'x', 'a number, as it is declared, but it is a string'],
    ['xsd:boolean', 'ja', 'x', 'a boolean, as it is declared, but it is a string'],
    ['xsd:string', { navn: 'Siv' }, 'x.navn', 'a string, as it is declared, but it is a context'],
    ['xsd:duration', 'P1Y2M3D', 'x', 'a duration, as it is declared, but it is a string'],
    ['xsd:yearMonthDuration', 'P3D', 'x', 'a years and months duration, as it is declared, but it is a string'],
    ['xsd:date', ['2026-01-05', '2026-01-06'], 'x', 'a date, as it is declared, but it is a list'],
  ])(
    '%s: %j in %s is an incident that names the variable and its type, never the value',
    async (type, x, feel, says) => {
      const play = await computed(type, x, feel);

      expect(play.incidents).toEqual(['EXPRESSION regn']);
      expect(messageOf(play)).toBe(`Expected variable 'x' to be ${says}`);
    },
  );

  it('one item of a list that does not fit is enough', async () => {
    const play = await listed('xsd:date', ['2026-01-05', 'hemmelig'], 'count(x)');

    expect(play.incidents).toEqual(['EXPRESSION regn']);
    expect(messageOf(play)).toBe(
      "Expected variable 'x' to be a list of type 'date', as it is declared, but one of its items is not",
    );
  });

  it('goes on when the incident is resolved with one that is', async () => {
    const play = await computed('xsd:date', 'i morgen', 'x + duration("P1D")');

    play.resolve({ x: '2026-01-05' });

    expect(play.incidents).toEqual([]);
    expect(play.variables['svar']).toBe('2026-01-06');
  });

  it('harms no expression that does not read it', async () => {
    const play = await computed('xsd:date', 'i morgen', '1 + 1');

    expect(play.standing).toEqual(['etter']);
    expect(play.variables).toMatchObject({ x: 'i morgen', svar: 2 });
  });
});
