import { aroundTask, deployed, dialectXml, said } from './dialect-play.js';

const entry = (value: string): string => `<text>${value.replaceAll('>', '&gt;')}</text>`;

/** A table over `n`; each rule is its test and its outputs. */
const table = (hitPolicy: string, outputs: readonly string[], ...rules: readonly (readonly string[])[]): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="regler" name="regler" namespace="x">
  <decision id="sats" name="Sats"><decisionTable id="tabell" hitPolicy="${hitPolicy}">
  <input id="i"><inputExpression id="ie">${entry('n')}</inputExpression></input>
  ${outputs.map((name) => `<output id="o-${name}" name="${name}"/>`).join('')}
  ${rules
    .map(
      ([test = '-', ...values], at) => `<rule id="r${at}"><inputEntry id="t${at}">${entry(test)}</inputEntry>
      ${values.map((value, column) => `<outputEntry id="v${at}${column}">${entry(`"${value}"`)}</outputEntry>`).join('')}</rule>`,
    )
    .join('')}</decisionTable></decision></definitions>`;

const one = table('UNIQUE', ['sats'], ['1', 'lav'], ['2', 'høy']);
const two = table('UNIQUE', ['sats', 'grunn'], ['1', 'lav', 'a']);
const several = table('RULE ORDER', ['sats'], ['1', 'lav'], ['>0', 'høy']);
const none = table('UNIQUE', ['sats'], ['7', 'lav']);

const asking = (words: string): string =>
  dialectXml(
    aroundTask(`<businessRuleTask id="t" camunda:decisionRef="sats" camunda:resultVariable="svar" ${words}/>`),
  );

describe('the result of a decision in a model of Camunda 7', () => {
  it.each([
    ['singleEntry', one, 'lav'],
    ['singleEntry', none, null],
    ['singleResult', one, { sats: 'lav' }],
    ['singleResult', two, { sats: 'lav', grunn: 'a' }],
    ['collectEntries', several, ['lav', 'høy']],
    ['collectEntries', one, ['lav']],
    ['resultList', several, [{ sats: 'lav' }, { sats: 'høy' }]],
    ['resultList', two, [{ sats: 'lav', grunn: 'a' }]],
    ['resultList', none, []],
  ])('as %s of %s is %j', async (shape, rules, expected) => {
    const bench = await deployed('camunda7', asking(`camunda:mapDecisionResult="${shape}"`), rules);
    const instance = await bench.start('prosess', { variables: { n: 1 } });

    expect((await bench.do('variables', { instance })).variables['svar']).toEqual(expected);
  });

  it('is a list of rows where the model says nothing', async () => {
    const bench = await deployed('camunda7', asking(''), one);
    const instance = await bench.start('prosess', { variables: { n: 2 } });

    expect((await bench.do('variables', { instance })).variables['svar']).toEqual([{ sats: 'høy' }]);
  });

  it.each([
    ['singleEntry', several, 'at most one rule'],
    ['singleResult', several, 'at most one rule'],
    ['collectEntries', two, 'one output'],
  ])('cannot be %s of what is more: an incident says so', async (shape, rules, why) => {
    const bench = await deployed('camunda7', asking(`camunda:mapDecisionResult="${shape}"`), rules);
    const instance = await bench.start('prosess', { variables: { n: 1 } });

    const { incidents } = await bench.do('instance', { instance });
    expect(incidents).toMatchObject([{ element: 't', code: 'DECISION' }]);
    expect(incidents[0]?.['message']).toContain(why);
  });
});

describe('work in a model of Camunda 8', () => {
  it('is tried 3 times where the model says nothing, and a task may be nobody’s', async () => {
    const [job, nobody] = ['<zeebe:taskDefinition type="regn"/>', '<zeebe:assignmentDefinition assignee="=ingen"/>'];
    const content = aroundTask(`<serviceTask id="t">${said(job)}</serviceTask>`);
    const bench = await deployed(
      'zeebe',
      dialectXml(content.replace('<userTask id="vent"/>', `<userTask id="vent">${said(nobody)}</userTask>`)),
    );
    await bench.start('prosess', { variables: { ingen: null } });
    const [open] = (await bench.do('jobs')).jobs;
    await bench.do('completeJob', { job: open?.id });

    expect(open?.['retries']).toBe(3);
    expect((await bench.do('tasks')).tasks).toMatchObject([{ element: 'vent', assignee: null }]);
  });
});

it('a call of Camunda 7 with all variables that are its own passes none of the case', async () => {
  const call = `<callActivity id="t" calledElement="kalt">${said('<camunda:in variables="all" local="true"/>')}</callActivity>`;
  const called =
    '<process id="kalt" isExecutable="true"><startEvent id="ks"/><userTask id="kt"/><sequenceFlow id="k" sourceRef="ks" targetRef="kt"/></process>';
  const bench = await deployed('camunda7', dialectXml(aroundTask(call), called));
  await bench.start('prosess', { variables: { a: 1 } });

  expect((await bench.do('tasks')).tasks).toMatchObject([{ element: 'kt', variables: {} }]);
});
