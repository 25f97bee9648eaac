import { flow, flows } from '../support/bpmn-xml.js';
import {
  around,
  boundary,
  catching,
  element,
  end,
  eventBased,
  inside,
  model,
  on,
  onCondition,
  onError,
  onEscalation,
  onMessage,
  onSignal,
  onTimer,
  receive,
  start,
  subProcess,
  task,
  throwing,
  transaction,
  type RightModel,
} from './model.js';

const right = (name: string, content: string): RightModel => ({ name, xml: model(content) });

const starting = (definition: string, attributes = ''): string =>
  start('start', attributes, definition) + task('a') + flow('start', 'a');
const catches = (definition: string, attributes = ''): string => around(catching('midten', attributes, definition));
const throws = (definition: string): string => around(throwing('midten', '', definition));
const ends = (definition: string): string =>
  start('start') + task('a') + end('slutt', '', definition) + flows('start > a > slutt');
const attached = (definition: string, attributes = ''): string =>
  around(subProcess('midten', '', inside('inne'))) +
  boundary('b', 'midten', definition, attributes) +
  flow('b', 'slutt');
const eventSubProcess = (definition: string, attributes = ''): string =>
  around(task('midten')) +
  subProcess(
    'ved-siden',
    'triggeredByEvent="true"',
    start('es', attributes, definition) + task('ea') + flow('es', 'ea'),
  );
const timer = (content: string): string => `<timerEventDefinition>${content}</timerEventDefinition>`;

/** Events where the standard allows them. */
export const rightEvents: readonly RightModel[] = [
  ...[onMessage, onTimer, onSignal, onCondition, onMessage + onSignal].flatMap((definition) => [
    right(`a start event with ${definition.slice(1, 30)}`, starting(definition)),
    right(`a catching event with ${definition.slice(1, 30)}`, catches(definition)),
    right(`an event on the border with ${definition.slice(1, 30)}`, attached(definition)),
    right(
      `an event on the border that does not interrupt with ${definition.slice(1, 30)}`,
      attached(definition, 'cancelActivity="false"'),
    ),
    right(`an event sub-process with ${definition.slice(1, 30)}`, eventSubProcess(definition)),
    right(
      `an event sub-process that does not interrupt with ${definition.slice(1, 30)}`,
      eventSubProcess(definition, 'isInterrupting="0"'),
    ),
  ]),
  right('all of several messages at once', starting(onMessage + onSignal, 'parallelMultiple="true"')),
  right('a catch of all of several events', catches(onMessage + onSignal, 'parallelMultiple="1"')),
  ...[onError, onEscalation, on('compensate')].map((definition) =>
    right(`an event sub-process for ${definition.slice(1, 25)}`, eventSubProcess(definition)),
  ),
  right('an escalation on the border that does not interrupt', attached(onEscalation, 'cancelActivity="false"')),
  right('any error on the border', attached(on('error'))),
  right('any escalation on the border', attached(on('escalation'))),
  right('a message without a reference, named by its message flow or its event', catches(on('message'))),
  ...[onMessage, onSignal, onEscalation, on('compensate'), '', onMessage + onSignal].map((definition) =>
    right(`a throwing event with ${definition.slice(1, 25) || 'nothing'}`, throws(definition)),
  ),
  ...[onMessage, onSignal, onEscalation, onError, on('terminate'), on('compensate'), '', onSignal + onMessage].map(
    (definition) => right(`an end event with ${definition.slice(1, 25) || 'nothing'}`, ends(definition)),
  ),
  right(
    'a link',
    `${start('start')}${throwing('kast', '', on('link', 'name="L"'))}${flow('start', 'kast')}${catching('fang', '', on('link', 'name="L"'))}${end('slutt')}${flow('fang', 'slutt')}`,
  ),
  right(
    'two links to one',
    `${start('s1')}${start('s2')}${throwing('k1', '', on('link', 'name="L"'))}${throwing('k2', '', on('link', 'name="L"'))}${flows('s1 > k1', 's2 > k2')}${catching('fang', '', on('link', 'name="L"'))}${end('slutt')}${flow('fang', 'slutt')}`,
  ),
  right(
    'the same link in a sub-process',
    `${around(subProcess('midten', '', start('s') + throwing('k', '', on('link', 'name="L"')) + flow('s', 'k') + catching('f', '', on('link', 'name="L"')) + end('e') + flow('f', 'e')))}`,
  ),
  right(
    'a transaction that is cancelled',
    around(transaction('midten', '', start('s') + task('a') + end('e', '', on('cancel')) + flows('s > a > e'))) +
      boundary('b', 'midten', on('cancel')) +
      flow('b', 'slutt'),
  ),
  right(
    'a cancel in a sub-process of a transaction',
    around(
      transaction(
        'midten',
        '',
        start('s') +
          subProcess('i', '', start('is') + end('ie', '', on('cancel')) + flow('is', 'ie')) +
          end('e') +
          flows('s > i > e'),
      ),
    ),
  ),
  right(
    'compensation by a handler',
    `${around(task('midten'))}${boundary('angre', 'midten', on('compensate'))}${task('omgjor', 'isForCompensation="true"')}${element('association')('as', 'sourceRef="angre" targetRef="omgjor" associationDirection="One"')}`,
  ),
  right(
    'compensation by a sub-process',
    `${around(task('midten'))}${boundary('angre', 'midten', on('compensate'))}${subProcess('omgjor', 'isForCompensation="true"', inside('o'))}${element('association')('as', 'sourceRef="angre" targetRef="omgjor"')}`,
  ),
  right(
    'compensation of one activity by name',
    `${around(task('midten'))}${throwing('kast', '', on('compensate', 'activityRef="midten" waitForCompletion="false"'))}${flows('midten > kast > slutt')}`,
  ),
  right(
    'an event sub-process that compensates an activity beside it',
    around(
      subProcess(
        'midten',
        '',
        `${inside('i')}${subProcess('es', 'triggeredByEvent="true"', `${start('ess', '', on('compensate'))}${throwing('et', '', on('compensate', 'activityRef="i-a"'))}${flow('ess', 'et')}`)}`,
      ),
    ),
  ),
  right(
    'events behind a gateway',
    `${start('start')}${eventBased('port')}${catching('m', '', onMessage)}${catching('t', '', onTimer)}${catching('s', '', onSignal)}${catching('c', '', onCondition)}${end('slutt')}${flows('start > port > m > slutt', 'port > t > slutt', 'port > s > slutt', 'port > c > slutt')}`,
  ),
  right(
    'receive tasks behind a gateway',
    `${start('start')}${eventBased('port')}${receive('r', 'messageRef="melding"')}${catching('t', '', onTimer)}${end('slutt')}${flows('start > port > r > slutt', 'port > t > slutt')}`,
  ),
  right(
    'a gateway that starts the process',
    `${eventBased('port', 'instantiate="true"')}${catching('m', '', onMessage)}${catching('s', '', onSignal)}${flows('port > m', 'port > s')}`,
  ),
  right(
    'a gateway that starts the process when all has come',
    `${eventBased('port', 'instantiate="true" eventGatewayType="Parallel"')}${catching('m', '', onMessage)}${catching('s', '', onSignal)}${flows('port > m', 'port > s')}`,
  ),
  right(
    'a receive task that starts the process',
    receive('r', 'instantiate="true" messageRef="melding"') + task('a') + flow('r', 'a'),
  ),
  ...['PT0S', 'PT1.5S', 'P1Y2M3W4DT5H6M7S', 'PT0.5H', 'P0D'].map((duration) =>
    right(`a duration of ${duration}`, catches(timer(`<timeDuration>${duration}</timeDuration>`))),
  ),
  ...[
    '2026-12-24',
    '2026-12-24T08:00',
    '2026-12-24T08:00:00.123Z',
    '2026-12-24T08:00:00+01:00',
    '2028-02-29T00:00:00Z',
  ].map((date) => right(`a date of ${date}`, catches(timer(`<timeDate>${date}</timeDate>`)))),
  ...['R/PT10M', 'R3/PT1S', 'R5/2026-01-05T08:00:00Z/P1W', 'R0/P1D'].map((cycle) =>
    right(`a cycle of ${cycle}`, starting(timer(`<timeCycle>${cycle}</timeCycle>`))),
  ),
  right('a cycle in the flow', catches(timer('<timeCycle>R3/PT1H</timeCycle>'))),
  right('a duration in FEEL', catches(timer('<timeDuration>=duration("P1D")</timeDuration>'))),
  right(
    'an event definition of the document',
    `${around(catching('midten', '', '<eventDefinitionRef>felles</eventDefinitionRef>'))}`.replace('felles', 'felles'),
  ),
].map((one) =>
  one.name === 'an event definition of the document'
    ? {
        ...one,
        xml: one.xml.replace('<message id', '<signalEventDefinition id="felles" signalRef="signal"/><message id'),
      }
    : one,
);
