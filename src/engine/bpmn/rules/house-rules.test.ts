import { documentXml, flow, flows, processXml } from '../../../../test/support/bpmn-xml.js';
import { readBpmn } from '../read-bpmn.js';

async function foundIn(xml: string, strict = true): Promise<readonly string[]> {
  const reading = await readBpmn(xml, { strict });
  const found = reading.ok ? reading.warnings : reading.diagnostics;
  return found.map(({ severity, code, element }) => `${severity} ${code} ${element}`);
}

const message = '<message id="svar" name="svar"/>';
const wait = (id: string): string =>
  `<intermediateCatchEvent id="${id}"><messageEventDefinition messageRef="svar"/></intermediateCatchEvent>`;
const clock = '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>';
const ends = '<startEvent id="start"/><endEvent id="slutt"/>';
const unbounded = ['error MODEL_WAIT_UNBOUNDED vent'];

describe('what is put into production', () => {
  it('waits for nobody outside without a deadline', async () => {
    const bare = ends + wait('vent') + flows('start > vent > slutt');

    expect(await foundIn(processXml(bare, message))).toEqual(unbounded);
    expect(await foundIn(processXml(bare, message), false)).toEqual([]);
  });

  it.each<[string, string]>([
    [
      'behind the same gateway',
      `${ends}<eventBasedGateway id="port"/>${wait('vent')}<intermediateCatchEvent id="frist">${clock}</intermediateCatchEvent>${flows('start > port > vent > slutt', 'port > frist > slutt')}`,
    ],
    [
      'on its border',
      `${ends}<receiveTask id="vent" messageRef="svar"/><boundaryEvent id="frist" attachedToRef="vent">${clock}</boundaryEvent>${flows('start > vent > slutt', 'frist > slutt')}`,
    ],
    [
      'around its sub-process',
      `${ends}<subProcess id="sub"><startEvent id="s"/>${wait('vent')}<endEvent id="e"/>${flows('s > vent > e')}</subProcess><boundaryEvent id="frist" attachedToRef="sub">${clock}</boundaryEvent>${flows('start > sub > slutt', 'frist > slutt')}`,
    ],
    [
      'in an event sub-process beside it',
      `${ends}${wait('vent')}${flows('start > vent > slutt')}<subProcess id="frist" triggeredByEvent="true"><startEvent id="s">${clock}</startEvent><endEvent id="e"/>${flows('s > e')}</subProcess>`,
    ],
  ])('may wait where a deadline stands %s', async (_, content) => {
    expect(await foundIn(processXml(content, message))).toEqual([]);
  });

  it.each([
    ['itself', 'b', ['error MODEL_INVALID b']],
    ['no task', 'slutt', ['error MODEL_INVALID b']],
    ['nothing there is', 'd', ['error MODEL_INVALID b']],
    ['an earlier task', 'a', []],
    ['two earlier tasks', 'a c', []],
    ['an earlier task and one that is not there', 'a d', ['error MODEL_INVALID b']],
  ])('is looked at by a second person where otherThan names %s', async (_, named, found) => {
    const tasks = `<userTask id="a" boligflyt:candidateGroups="te"/><userTask id="c" boligflyt:candidateGroups="te"/><userTask id="b" boligflyt:candidateGroups="te" boligflyt:otherThan="${named}"/>`;

    expect(await foundIn(processXml(ends + tasks + flows('start > a > c > b > slutt')))).toEqual(found);
  });

  it('does nothing more than 500 times at once', async () => {
    const times = (number: number): string =>
      processXml(
        `${ends}<task id="a"><multiInstanceLoopCharacteristics><loopCardinality>=${number}</loopCardinality></multiInstanceLoopCharacteristics></task>${flows('start > a > slutt')}`,
      );

    expect(await foundIn(times(501))).toEqual(['error MI_LIMIT a']);
    expect(await foundIn(times(500))).toEqual([]);
    expect(await foundIn(times(1_000_000), false)).toEqual([]);
  });

  it.each([
    ['PT0S', 'TIMER_TOO_SHORT'],
    ['PT59S', 'TIMER_TOO_SHORT'],
    ['-P1D', 'TIMER_INVALID'],
    ['P1.5Y', 'TIMER_INVALID'],
    ['P', 'TIMER_INVALID'],
    ['PT', 'TIMER_INVALID'],
    ['P999999999999Y', 'TIMER_INVALID'],
  ])('has no timer of %s', async (duration, code) => {
    const event = `<intermediateCatchEvent id="t">${clock.replace('P1D', duration)}</intermediateCatchEvent>`;

    expect(await foundIn(processXml(`${ends}${event}${flows('start > t > slutt')}`))).toEqual([`error ${code} t`]);
  });

  it.each(['R/PT0S', 'R3/PT0S'])('nor anywhere a cycle of %s', async (cycle) => {
    const event = `<startEvent id="t"><timerEventDefinition><timeCycle>${cycle}</timeCycle></timerEventDefinition></startEvent>`;
    const xml = processXml(`${event}<endEvent id="slutt"/>${flow('t', 'slutt')}`);

    expect(await foundIn(xml, false)).toEqual(['error TIMER_TOO_SHORT t']);
  });
});

it('warns of a name that only looks like another', async () => {
  const tasks = '<task id="a" name="Vedtak"/><task id="b" name="V\u0435dt\u0430k"/><task id="c" name="Vedtak"/>';

  expect((await foundIn(processXml(tasks), false)).filter((one) => one.includes('NAME'))).toEqual([
    'warning NAME_LOOKALIKE b',
  ]);
});

it('warns of processes that call each other in a ring', async () => {
  const caller = (key: string, called: string): string =>
    `<process id="${key}" isExecutable="true"><callActivity id="${key}-kall" calledElement="${called}"/></process>`;
  const xml = documentXml(caller('a', 'b') + caller('b', 'c') + caller('c', 'a') + caller('d', 'a'));

  const found = (await foundIn(xml, false)).filter((one) => one.includes('CALL_RECURSION'));

  expect(found).toEqual([
    'warning CALL_RECURSION a-kall',
    'warning CALL_RECURSION b-kall',
    'warning CALL_RECURSION c-kall',
  ]);
});
