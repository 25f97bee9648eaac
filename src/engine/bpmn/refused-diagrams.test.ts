import { documentXml, flow, flows, processXml, userTask } from '../../../test/support/bpmn-xml.js';
import { readBpmn } from './read-bpmn.js';
import type { KnownNames } from './rules/rule.js';

async function codesOf(xml: string, known: KnownNames = {}): Promise<readonly string[]> {
  const reading = await readBpmn(xml, known);
  return (reading.ok ? reading.warnings : reading.diagnostics).map(({ rule, element }) => `${rule} ${element ?? '-'}`);
}

const around = (middle: string): string =>
  `<startEvent id="start"/>${middle}<endEvent id="slutt"/>${flows('start > midten > slutt')}`;

describe('a diagram is refused', () => {
  const choice = (ways: string, attributes = ''): string =>
    processXml(`<startEvent id="start"/><exclusiveGateway id="valg" ${attributes}/>${userTask('a')}${userTask('b')}
      <endEvent id="slutt"/>${flows('start > valg', 'a > slutt', 'b > slutt')}${ways}`);
  const timer = (body: string): string =>
    processXml(
      around(
        `<intermediateCatchEvent id="midten"><timerEventDefinition>${body}</timerEventDefinition></intermediateCatchEvent>`,
      ),
    );

  it.each<[string, string, readonly string[]]>([
    ['it is not XML', 'hei', ['xml-invalid -']],
    ['it is not BPMN', '<html/>', ['xml-invalid -']],
    ['it has a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${processXml(around(userTask('midten')))}`, ['xml-doctype -']],
    ['it is longer than 1 MB', processXml(' '.repeat(1_048_577)), ['xml-limit -']],
    [
      'an element has 101 attributes',
      `<x ${Array.from({ length: 101 }, (_, n) => `a${n}="1"`).join(' ')}/>`,
      ['xml-limit -'],
    ],
    ['a prefix is not declared', processXml(around(userTask('midten', '', 'camunda:x="1"'))), ['xml-invalid -']],
    ['two elements have one id', processXml(around(userTask('midten') + userTask('midten'))), ['duplicate-id midten']],
    [
      'a flow leads nowhere',
      processXml(around(userTask('midten')) + flow('midten', 'borte')),
      ['unresolved-reference midten-borte'],
    ],
    [
      'our extension does not know an attribute',
      processXml(around(userTask('midten', '', 'boligflyt:frist="x"'))),
      ['bpmn-invalid midten'],
    ],
    ['nothing is executable', documentXml('<process id="p"/>'), ['no-process -']],
    ['an id is not a name', processXml(around(userTask('midten') + '<task id="1å"/>')), ['invalid-id 1å']],
    [
      'it has a script in another language than FEEL',
      processXml(around('<scriptTask id="midten" scriptFormat="javascript"><script>1</script></scriptTask>')),
      ['script midten'],
    ],
    [
      'an event waits for a signal that is not named',
      processXml(around('<intermediateCatchEvent id="midten"><signalEventDefinition/></intermediateCatchEvent>')),
      ['missing-signal midten'],
    ],
    [
      'an intermediate event terminates',
      processXml(around('<intermediateThrowEvent id="midten"><terminateEventDefinition/></intermediateThrowEvent>')),
      ['event-place midten'],
    ],
    [
      'an event waits for nothing',
      processXml(around('<intermediateCatchEvent id="midten"/>')),
      ['missing-trigger midten'],
    ],
    [
      'a message has no name',
      processXml(around('<intermediateCatchEvent id="midten"><messageEventDefinition/></intermediateCatchEvent>')),
      ['missing-message midten'],
    ],
    ['a call activity calls nothing', processXml(around('<callActivity id="midten"/>')), ['missing-reference midten']],
    [
      'a start event has a flow in',
      processXml(around(userTask('midten')) + flow('midten', 'start')),
      ['start-event-incoming start'],
    ],
    [
      'an end event has a flow out',
      processXml(around(userTask('midten')) + flow('slutt', 'midten')),
      ['end-event-outgoing slutt'],
    ],
    [
      'a node cannot be reached',
      processXml(around(userTask('midten')) + userTask('oy') + flow('oy', 'slutt')),
      ['unreachable oy'],
    ],
    [
      'a way out of a choice has no condition',
      choice(flow('valg', 'a', 'x > 1') + flow('valg', 'b')),
      ['gateway-condition valg-b'],
    ],
    [
      'the default has a condition',
      choice(flow('valg', 'a', 'x > 1') + flow('valg', 'b', 'y'), 'default="valg-b"'),
      ['default-with-condition valg-b'],
    ],
    [
      'the default is not a way out',
      choice(flow('valg', 'a', 'x') + flow('valg', 'b', 'y'), 'default="a-slutt"'),
      ['default-flow valg'],
    ],
    [
      'a condition is not FEEL',
      choice(flow('valg', 'a', 'x ==') + flow('valg', 'b'), 'default="valg-b"'),
      ['invalid-expression valg-a'],
    ],
    [
      'a condition asks the clock',
      choice(flow('valg', 'a', 'frist > today()') + flow('valg', 'b'), 'default="valg-b"'),
      ['invalid-expression valg-a'],
    ],
    [
      'a flow out of an event has a condition',
      processXml(`<startEvent id="start"/><endEvent id="slutt"/>${flow('start', 'slutt', 'x')}`),
      ['condition-not-allowed start-slutt'],
    ],
    ['a duration has no number', timer('<timeDuration>3 uker</timeDuration>'), ['invalid-time midten']],
    ['a timer says nothing', timer(''), ['invalid-time midten']],
    ['a timer in the flow repeats', timer('<timeCycle>R/P1D</timeCycle>'), ['invalid-cycle midten']],
    ['a stage is 10', processXml(around(userTask('midten', '', 'boligflyt:stage="10"'))), ['stage-or-phase midten']],
    [
      'a cycle never waits',
      processXml(
        around('<task id="midten"/>')
          .replace('<endEvent', '<exclusiveGateway id="igjen" default="igjen-slutt"/><endEvent')
          .replaceAll('midten-slutt', 'midten-igjen')
          .replaceAll('sourceRef="midten" targetRef="slutt"', 'sourceRef="midten" targetRef="igjen"') +
          flow('igjen', 'midten', 'x') +
          flow('igjen', 'slutt'),
      ),
      ['wait-free-cycle midten'],
    ],
  ])('when %s', async (_, xml, expected) => {
    const codes = await codesOf(xml);

    expect(codes).toEqual(expected);
  });

  it('when a form, a job type or a deadline rule is unknown, where the known ones are given', async () => {
    const task = userTask(
      'midten',
      '<extensionElements><boligflyt:deadline rule="D99"/></extensionElements>',
      'boligflyt:form="borte"',
    );
    const service = '<serviceTask id="midten" boligflyt:jobType="ring"/>';
    const known = { forms: ['vurdering'], jobTypes: ['send-brev'], deadlineRules: ['D02'] };

    expect(await codesOf(processXml(around(task)), known)).toEqual([
      'unknown-form midten',
      'unknown-deadline-rule midten',
    ]);
    expect(await codesOf(processXml(around(service)), known)).toEqual(['unknown-job-type midten']);
    expect(await codesOf(processXml(around(task)))).toEqual([]);
  });

  it('when a wait may be left alone for good, or in a process whose cases nobody counts', async () => {
    const wait = (attention: string): string =>
      `<intermediateCatchEvent id="midten" boligflyt:attention="${attention}"><timerEventDefinition><timeDuration>P21D</timeDuration></timerEventDefinition></intermediateCatchEvent>`;
    const counted = (attention: string): string =>
      processXml(around(wait(attention))).replace('<process ', '<process boligflyt:attention="P7D" ');

    expect(await codesOf(counted('P13M'))).toEqual(['attention midten']);
    expect(await codesOf(counted('PT4H'))).toEqual(['attention midten']);
    expect(await codesOf(counted('P4W'))).toEqual([]);
    expect(await codesOf(processXml(around(wait('P4W'))))).toEqual(['attention midten']);
  });

  it('when a rung of a ladder goes by a way that there is not', async () => {
    const rungs = (channel: string): string =>
      `<extensionElements><boligflyt:deadline rule="D02"><boligflyt:reminder offset="-P7D" channel="${channel}"/></boligflyt:deadline></extensionElements>`;

    expect(await codesOf(processXml(around(userTask('midten', rungs('brevdue')))))).toEqual(['deadline-rung midten']);
    expect(await codesOf(processXml(around(userTask('midten', rungs('sms')))))).toEqual([]);
  });

  it('when a variable has a name that FEEL uses in loops, where it is to be put into production', async () => {
    const output = '<extensionElements><boligflyt:output source="=1" target="item"/></extensionElements>';
    const xml = processXml(around(userTask('midten', output)));

    expect(await codesOf(xml, { strict: true })).toEqual(['variable-name midten']);
    expect(await codesOf(xml)).toEqual([]);
  });

  it('when nobody owns a user task, where it is to be put into production', async () => {
    const unowned = processXml(around('<userTask id="midten"/>'));

    expect(await codesOf(unowned, { strict: true })).toEqual(['user-task-owner midten']);
    expect(await codesOf(unowned)).toEqual([]);
  });

  it('with an English and a Norwegian sentence that says what to do', async () => {
    const reading = await readBpmn(processXml(around('<userTask id="midten"/>')), { strict: true });

    expect(reading).toEqual({
      ok: false,
      diagnostics: [
        {
          severity: 'error',
          code: 'MODEL_WAIT_UNBOUNDED',
          rule: 'user-task-owner',
          element: 'midten',
          message: "Expected user task 'midten' to have candidateGroups or an assignee, but it has neither",
          melding:
            'Ingen kan gjøre oppgaven. Sett boligflyt:candidateGroups (gruppen) eller boligflyt:assignee (personen).',
        },
      ],
    });
  });
});

describe('a diagram is read with a warning', () => {
  it('when a message has no name or a task no job type: they are called what the element is', async () => {
    const nameless = '<intermediateCatchEvent id="midten"><messageEventDefinition/></intermediateCatchEvent>';

    expect(await codesOf(processXml(around(nameless)))).toEqual(['missing-message midten']);
    expect(await codesOf(processXml(around('<serviceTask id="midten"/>')))).toEqual(['missing-job-type midten']);
  });

  it('when a choice has no default or a way just stops', async () => {
    const xml = processXml(`<startEvent id="start"/><exclusiveGateway id="valg"/>${userTask('a')}${userTask('b')}
      ${flows('start > valg')}${flow('valg', 'a', 'x')}${flow('valg', 'b', 'y')}`);

    expect(await codesOf(xml)).toEqual(['implicit-end a', 'implicit-end b', 'gateway-default valg']);
  });
});
