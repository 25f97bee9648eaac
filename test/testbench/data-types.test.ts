import { flow, flows, processXml, userTask } from '../support/bpmn-xml.js';
import { dataObject, item } from '../support/typed-data-xml.js';
import { BenchLine } from './bench-line.js';
import { end, start } from './models.js';

const dated = processXml(
  `${dataObject('frist', 'dato')}${start('s')}<exclusiveGateway id="g" default="g-b"/>${userTask('a')}${userTask('b')}${end('e')}
   ${flow('g', 'a', 'frist + duration("P7D") > date("2026-01-10")')}${flows('s > g > b > e', 'a > e')}`,
  item('dato', 'xsd:date'),
);

describe('data with a declared type', () => {
  it('are ISO 8601 texts in every answer, and dates in the conditions of their process', async () => {
    const bench = new BenchLine();
    await bench.deploy(dated);

    const instance = await bench.start('prosess', { variables: { frist: '2026-01-05' } });

    expect(await bench.standing(instance)).toEqual(['a']);
    expect((await bench.do('variables', { instance })).variables).toEqual({ frist: '2026-01-05' });
    expect((await bench.do('tasks')).tasks).toMatchObject([{ variables: { frist: '2026-01-05' } }]);
    expect((await bench.do('check')).violations).toEqual([]);
  });

  it('are given as FEEL just as well', async () => {
    const bench = new BenchLine();
    await bench.deploy(dated);

    const instance = await bench.start('prosess', { variables: { frist: { $feel: 'date("2026-01-01")' } } });

    expect(await bench.standing(instance)).toEqual(['b']);
    expect((await bench.do('variables', { instance })).variables).toEqual({ frist: '2026-01-01' });
  });

  it('are an incident that never shows the value where they are something else', async () => {
    const bench = new BenchLine();
    await bench.deploy(dated);

    const instance = await bench.start('prosess', { variables: { frist: 'hemmelig' } });

    const { state, incidents } = await bench.do('instance', { instance });
    expect(state).toBe('incident');
    expect(incidents).toMatchObject([{ code: 'EXPRESSION', element: 'g' }]);
    expect(JSON.stringify(incidents)).not.toContain('hemmelig');
  });

  it('mean nothing to an expression that is evaluated by itself', async () => {
    const bench = new BenchLine();
    await bench.deploy(dated);

    const { value } = await bench.do('evaluate', { expression: 'frist + "!"', context: { frist: '2026-01-05' } });

    expect(value).toBe('2026-01-05!');
  });

  it('come out of an export as they went in', async () => {
    const { content } = await new BenchLine().do('export', { file: { name: 'dated.bpmn', content: dated } });

    expect(content).toContain('structureRef="xsd:date"');
    expect(content).toContain('xmlns:xsd="http://www.w3.org/2001/XMLSchema"');
  });

  it('count in the expressions of other vendors, too', async () => {
    const bench = new BenchLine();
    const juel = dated.replace(
      /=frist \+[^<]*/,
      // What JUEL cannot say about dates, it compares.
      '${frist > grense}',
    );
    const both = juel.replace('<startEvent', `${dataObject('grense', 'dato')}<startEvent`);
    await bench.do('deploy', { files: [{ name: 'a', content: both }], options: { dialect: 'camunda7' } });

    const instance = await bench.start('prosess', { variables: { frist: '2026-01-15', grense: '2026-01-10' } });
    const wrong = await bench.start('prosess', { variables: { frist: '2026-01-15', grense: 'senere' } });

    expect(await bench.standing(instance)).toEqual(['a']);
    expect((await bench.do('instance', { instance: wrong })).state).toBe('incident');
  });
});
