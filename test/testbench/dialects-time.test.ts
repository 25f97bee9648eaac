import { flows } from '../support/bpmn-xml.js';
import { aroundTask, deployed, dialectXml, said } from './dialect-play.js';

const boundary = (timer: string): string =>
  `${aroundTask(`<userTask id="t"/><boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><timerEventDefinition>
  ${timer}</timerEventDefinition></boundaryEvent>`)}<userTask id="purr"/>${flows('b > purr > e')}`;

async function rings(dialect: 'camunda7' | 'zeebe', timer: string, duration: string): Promise<readonly unknown[]> {
  const bench = await deployed(dialect, dialectXml(boundary(timer)));
  await bench.start('prosess');
  return (await bench.do('advance', { duration })).fired.map(({ dueAt }) => dueAt);
}

describe('time in a model of Camunda 7', () => {
  it.each([
    ['<timeCycle>0 0 9-17 ? * 2-6</timeCycle>', ['2026-01-05T09:00:00.000Z', '2026-01-05T10:00:00.000Z']],
    ['<timeCycle>R2/PT1H/2026-01-05T11:00:00Z</timeCycle>', ['2026-01-05T09:00:00.000Z', '2026-01-05T10:00:00.000Z']],
    ['<timeDate>${dateTime().plusHours(1).toDate()}</timeDate>', ['2026-01-05T09:00:00.000Z']],
    ['<timeDate>${now()}</timeDate>', ['2026-01-05T08:00:00.000Z']],
  ])('%s rings at %j', async (timer, expected) => {
    expect(await rings('camunda7', timer, 'PT2H')).toEqual(expected);
  });

  it('is counted from the virtual clock where a task is due in 3 days', async () => {
    const task = '<userTask id="t" camunda:dueDate="${dateTime().plusDays(3).toDate()}"/>';
    const bench = await deployed('camunda7', dialectXml(aroundTask(task)));
    await bench.do('advance', { duration: 'P1D' });
    await bench.start('prosess');

    expect((await bench.do('tasks')).tasks).toMatchObject([{ dueAt: '2026-01-09T08:00:00.000Z' }]);
  });
});

describe('time in a model of Camunda 8', () => {
  it.each([
    ['<timeCycle>="0 0 9,10 * * MON"</timeCycle>', ['2026-01-05T08:00:00.000Z', '2026-01-05T09:00:00.000Z']],
    ['<timeCycle>0 15/30 * * * *</timeCycle>', ['2026-01-05T07:15:00.000Z', '2026-01-05T07:45:00.000Z']],
    ['<timeDate>=now() + duration("PT1H")</timeDate>', ['2026-01-05T08:00:00.000Z']],
    ['<timeDate>2026-01-05T09:30:00+01:00[Europe/Oslo]</timeDate>', ['2026-01-05T08:30:00.000Z']],
  ])('%s rings at %j', async (timer, expected) => {
    const bench = await deployed('zeebe', dialectXml(boundary(timer)));
    await bench.do('reset', { clock: '2026-01-05T07:00:00Z', options: { dialect: 'zeebe' } });
    await bench.deploy(dialectXml(boundary(timer)));
    await bench.start('prosess');

    const { fired } = await bench.do('advance', { duration: 'PT2H' });
    expect(fired.slice(0, 2).map(({ dueAt }) => dueAt)).toEqual(expected);
  });

  it('may be asked for where what comes of it is written down, and not in a condition', async () => {
    const script = said('<zeebe:script expression="=now()" resultVariable="naa"/>');
    const bench = await deployed('zeebe', dialectXml(aroundTask(`<scriptTask id="t">${script}</scriptTask>`)));
    const instance = await bench.start('prosess');
    const condition = `<intermediateCatchEvent id="t"><conditionalEventDefinition><condition>=now() > frist</condition>
      </conditionalEventDefinition></intermediateCatchEvent>`;

    expect((await bench.do('variables', { instance })).variables).toEqual({ naa: '2026-01-05T08:00:00Z' });
    expect(await bench.refusal('deploy', { files: [{ name: 'b', content: dialectXml(aroundTask(condition)) }] })).toBe(
      'EXPRESSION_INVALID',
    );
  });
});
