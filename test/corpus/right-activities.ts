import { documentXml, flow, flows, processXml } from '../support/bpmn-xml.js';
import {
  around,
  boundary,
  element,
  end,
  exclusive,
  inclusive,
  inside,
  model,
  on,
  onTimer,
  parallel,
  receive,
  start,
  subProcess,
  task,
  throwing,
  transaction,
  type RightModel,
} from './model.js';

const right = (name: string, content: string): RightModel => ({ name, xml: model(content) });
const activity = (type: string, attributes = '', content = ''): RightModel =>
  right(`a ${type} ${attributes}`, around(element(type)('midten', attributes, content)));
const loop = (content: string): RightModel =>
  right(`a loop ${content.slice(1, 80)}`, around(task('midten', '', content)));

const splits = (type: (id: string, attributes?: string) => string, attributes = ''): string =>
  `${start('start')}${type('del', attributes)}${task('a')}${task('b')}${type('saml')}${end('slutt')}${flows('start > del', 'a > saml', 'b > saml', 'saml > slutt')}`;

const several = Array.from({ length: 2_000 }, (_, n) => `t${n}`);

/** Activities, gateways and flows that are valid, some of them in unusual ways. */
export const rightActivities: readonly RightModel[] = [
  ...['task', 'manualTask', 'userTask', 'serviceTask', 'sendTask', 'receiveTask', 'businessRuleTask'].map((type) =>
    activity(type),
  ),
  activity('scriptTask', '', '<script>1 + 1</script>'),
  activity('scriptTask', 'scriptFormat="application/feel"', '<script>1 + 1</script>'),
  activity('callActivity', 'calledElement="annen"'),
  activity('subProcess', '', inside('i')),
  activity('subProcess', '', task('i1') + task('i2')),
  activity('transaction', 'method="##Compensate"', inside('i')),
  activity(
    'adHocSubProcess',
    'ordering="Sequential" cancelRemainingInstances="false"',
    `${task('i1')}${task('i2')}${flow('i1', 'i2')}<completionCondition>=ferdig</completionCondition>`,
  ),
  activity('task', 'startQuantity="2" completionQuantity="3"'),
  loop('<multiInstanceLoopCharacteristics><loopCardinality>=3</loopCardinality></multiInstanceLoopCharacteristics>'),
  loop(
    '<multiInstanceLoopCharacteristics isSequential="1" boligflyt:collection="=liste" boligflyt:elementVariable="del"/>',
  ),
  loop(
    '<standardLoopCharacteristics testBefore="true" loopMaximum="5"><loopCondition>=x &lt; 3</loopCondition></standardLoopCharacteristics>',
  ),
  loop('<standardLoopCharacteristics loopMaximum="0"/>'),
  right('no start event', task('a') + task('b') + end('slutt') + flows('a > b > slutt')),
  right('no end event', start('start') + task('a') + flow('start', 'a')),
  right('neither start nor end event', task('a')),
  right('several start events without a trigger', start('s1') + start('s2') + task('a') + flows('s1 > a', 's2 > a')),
  right(
    'several end events',
    splits(exclusive) + flow('del', 'a', 'x > 1') + flow('del', 'b', 'x < 1') + end('e2') + flow('b', 'e2'),
  ),
  right('a node that nothing leads to, to start at', around(task('midten')) + task('alene')),
  right(
    'a merge without a gateway',
    `${start('start')}${parallel('del')}${task('a')}${task('b')}${task('c')}${flows('start > del > a > c', 'del > b > c')}`,
  ),
  right(
    'a split without a gateway',
    `${start('start')}${task('a')}${task('b')}${task('c')}${flows('start > a > b', 'a > c')}`,
  ),
  right(
    'conditions and a default after an activity',
    `${start('start')}${task('a', 'default="a-c"')}${task('b')}${task('c')}${flows('start > a > c')}${flow('a', 'b', 'x > 1')}`,
  ),
  right(
    'one condition after an activity',
    `${start('start')}${task('a')}${task('b')}${flows('start > a')}${flow('a', 'b', 'x > 1')}`,
  ),
  right(
    'an exclusive choice with a default',
    splits(exclusive, 'default="del-b"') + flow('del', 'a', 'x > 1') + flow('del', 'b'),
  ),
  right('an exclusive choice without conditions', splits(exclusive) + flows('del > a', 'del > b')),
  right('an inclusive choice', splits(inclusive, 'default="del-b"') + flow('del', 'a', 'x > 1') + flow('del', 'b')),
  right(
    'a complex gateway',
    splits((id, attributes) =>
      element('complexGateway')(
        id,
        attributes,
        id === 'saml' ? '<activationCondition>=count(activationCount) &gt;= 1</activationCondition>' : '',
      ),
    ) + flows('del > a', 'del > b'),
  ),
  right(
    'a gateway that merges and splits',
    `${start('s1')}${start('s2')}${parallel('p', 'gatewayDirection="Mixed"')}${task('a')}${task('b')}${flows('s1 > p > a', 's2 > p > b')}`,
  ),
  right('a gateway with one way in and out', around(exclusive('midten', 'gatewayDirection="Converging"'))),
  right('a gateway where ways end', `${start('start')}${parallel('p')}${flow('start', 'p')}`),
  right(
    'a parallel join after an exclusive choice, which gets stuck',
    `${start('start')}${exclusive('valg', 'default="valg-b"')}${task('a')}${task('b')}${parallel('saml')}${end('slutt')}${flows('start > valg > b > saml', 'a > saml > slutt')}${flow('valg', 'a', 'x')}`,
  ),
  right(
    'an exclusive merge after a parallel split, which goes on twice',
    `${start('start')}${parallel('del')}${task('a')}${task('b')}${exclusive('saml')}${task('c')}${end('slutt')}${flows('start > del > a > saml > c > slutt', 'del > b > saml')}`,
  ),
  right(
    'a loop that counts without waiting',
    `${start('start')}${exclusive('inn')}${element('scriptTask')('tell', '', '<script>i + 1</script>')}${exclusive('ut', 'default="ut-slutt"')}${end('slutt')}${flows('start > inn > tell > ut > slutt')}${flow('ut', 'inn', 'i < 5')}`,
  ),
  right(
    'an event on the border without a way on',
    around(task('midten')) + boundary('b', 'midten', onTimer, 'cancelActivity="false"'),
  ),
  right(
    'an event on a call activity',
    around(element('callActivity')('midten', 'calledElement="annen"')) +
      boundary('b', 'midten', on('error')) +
      flow('b', 'slutt'),
  ),
  right(
    'a boundary event written before its host',
    `${start('start')}${boundary('b', 'midten', onTimer)}${task('midten')}${end('slutt')}${flows('start > midten > slutt', 'b > slutt')}`,
  ),
  right(
    'a boundary event on a transaction in a sub-process',
    around(
      subProcess(
        'midten',
        '',
        `${start('s')}${transaction('t', '', inside('i'))}${end('e')}${boundary('b', 't', onTimer)}${flows('s > t > e', 'b > e')}`,
      ),
    ),
  ),
  right(
    'a compensation throw in a sub-process',
    around(
      subProcess('midten', '', `${start('s')}${task('a')}${throwing('k', '', on('compensate'))}${flows('s > a > k')}`),
    ),
  ),
  right('a receive task with an operation', around(receive('midten', 'operationRef="op"'))),
  right('flows without ids', `${start('start')}${end('slutt')}<sequenceFlow sourceRef="start" targetRef="slutt"/>`),
  right('an id of Object’s own', around(task('midten')) + task('constructor') + flow('midten', 'constructor')),
  right(
    'ids beyond ASCII',
    `${start('start')}${task('vurdér-søknad')}${end('slutt')}${flows('start > vurdér-søknad > slutt')}`,
  ),
  right('an id of 200 characters', around(task('midten')) + task('a'.repeat(200))),
  right(
    'a name with a line break, an emoji family and another script',
    around(task('midten', 'name="Én&#10;👨‍👩‍👧 привет सही क्‍ष"')),
  ),
  right(
    'dead flows among lanes',
    `<laneSet id="l"><lane id="b1"><flowNodeRef> start </flowNodeRef><childLaneSet id="l2"><lane id="b2"><flowNodeRef>midten</flowNodeRef></lane></childLaneSet></lane></laneSet>${around(task('midten'))}`,
  ),
  {
    name: '2,000 tasks in a row',
    xml: processXml(several.map((id) => `<task id="${id}"/>`).join('') + flows(several.join(' > '))),
  },
  {
    name: 'ten levels of sub-processes',
    xml: processXml(
      `${Array.from({ length: 9 }, (_, n) => `<subProcess id="s${n}">`).join('')}<task id="t"/>${'</subProcess>'.repeat(9)}`,
    ),
  },
  {
    name: 'a drawing of others beside what is executed',
    xml: documentXml(
      `<process id="andre" isExecutable="false">${end('e')}${task('x')}${flow('e', 'x')}</process><process id="en" isExecutable="true">${task('a')}</process>`,
    ),
  },
];
