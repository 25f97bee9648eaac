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
  type WrongModel,
} from './model.js';

const wrong = (name: string, content: string, because: string): WrongModel => ({
  name,
  xml: model(content),
  because,
  ...(because.startsWith('invalid-time') ? { code: 'TIMER_INVALID' } : {}),
});

const timer = (content: string): string =>
  around(catching('midten', '', `<timerEventDefinition>${content}</timerEventDefinition>`));

const eventSubProcess = (content: string): string =>
  around(task('midten')) + subProcess('ved-siden', 'triggeredByEvent="true"', content);

const behindGateway = (ways: string, chains: readonly string[], attributes = ''): string =>
  `${start('start')}${eventBased('port', attributes)}${ways}${end('slutt')}${flows('start > port', ...chains)}`;

/** Events that stand where they cannot, or do not say what they wait for. */
export const wrongEvents: readonly WrongModel[] = [
  wrong('a terminate in the flow', around(throwing('midten', '', on('terminate'))), 'event-place midten'),
  wrong('an error thrown in the flow', around(throwing('midten', '', onError)), 'event-place midten'),
  wrong('an error caught in the flow', around(catching('midten', '', onError)), 'event-place midten'),
  wrong('an escalation caught in the flow', around(catching('midten', '', onEscalation)), 'event-place midten'),
  wrong('a timer that ends', around(task('midten')) + end('e', '', onTimer) + flow('midten', 'e'), 'event-place e'),
  wrong('a condition that is thrown', around(throwing('midten', '', onCondition)), 'event-place midten'),
  wrong(
    'a process that starts on an error',
    start('start', '', onError) + task('a') + flow('start', 'a'),
    'event-place start',
  ),
  wrong(
    'a process that starts on an escalation',
    start('start', '', onEscalation) + task('a') + flow('start', 'a'),
    'event-place start',
  ),
  wrong(
    'a sub-process that starts on a timer',
    around(subProcess('midten', '', start('s', '', onTimer) + task('a') + flow('s', 'a'))),
    'event-place s',
  ),
  wrong(
    'a transaction that starts on a message',
    around(transaction('midten', '', start('s', '', onMessage) + task('a') + flow('s', 'a'))),
    'event-place s',
  ),
  wrong(
    'a terminate on the border',
    around(task('midten')) + boundary('b', 'midten', on('terminate')),
    'event-place b',
  ),
  wrong(
    'a link on the border',
    around(task('midten')) + boundary('b', 'midten', on('link', 'name="L"')),
    'event-place b',
  ),
  wrong('a catching event that waits for nothing', around(catching('midten')), 'missing-trigger midten'),
  wrong(
    'a boundary event that waits for nothing',
    around(task('midten')) + boundary('b', 'midten', '') + flow('b', 'slutt'),
    'missing-trigger b',
  ),
  wrong(
    'an event sub-process that waits for nothing',
    eventSubProcess(start('s') + task('a') + flow('s', 'a')),
    'missing-trigger s',
  ),
  wrong('an event sub-process without a start', eventSubProcess(task('a')), 'event-sub-process-start ved-siden'),
  wrong(
    'an event sub-process with two starts',
    eventSubProcess(start('s', '', onMessage) + start('t', '', onSignal)),
    'event-sub-process-start ved-siden',
  ),
  wrong(
    'an error that does not interrupt',
    around(subProcess('midten', '', inside('inne'))) +
      boundary('b', 'midten', onError, 'cancelActivity="false"') +
      flow('b', 'slutt'),
    'error-interrupts b',
  ),
  wrong(
    'an event sub-process for an error that does not interrupt',
    eventSubProcess(start('s', 'isInterrupting="false"', onError)),
    'error-interrupts s',
  ),
  wrong(
    'a cancel end outside a transaction',
    around(task('midten')) + end('e', '', on('cancel')) + flow('midten', 'e'),
    'cancel-transaction e',
  ),
  wrong(
    'a cancel on a sub-process that is no transaction',
    around(subProcess('midten', '', inside('inne'))) + boundary('b', 'midten', on('cancel')) + flow('b', 'slutt'),
    'cancel-transaction b',
  ),
  wrong(
    'a link without a counterpart',
    `${start('start')}${throwing('kast', '', on('link', 'name="L"'))}${flow('start', 'kast')}`,
    'link-pair kast',
  ),
  wrong(
    'a link that nothing leads to',
    `${around(task('midten'))}${catching('fang', '', on('link', 'name="L"'))}${flow('fang', 'slutt')}`,
    'link-pair fang',
  ),
  wrong(
    'two links that catch one name',
    `${start('start')}${throwing('kast', '', on('link', 'name="L"'))}${flow('start', 'kast')}${catching('f1', '', on('link', 'name="L"'))}${catching('f2', '', on('link', 'name="L"'))}`,
    'link-pair f1',
  ),
  wrong(
    'a link into a sub-process',
    `${start('start')}${throwing('kast', '', on('link', 'name="L"'))}${flow('start', 'kast')}${subProcess('sub', '', catching('fang', '', on('link', 'name="L"')) + task('a') + flow('fang', 'a'))}`,
    'link-pair kast',
  ),
  wrong('a timer without a time', timer(''), 'invalid-time midten'),
  wrong(
    'a timer with two times',
    timer('<timeDate>2026-01-01T00:00:00Z</timeDate><timeDuration>P1D</timeDuration>'),
    'invalid-time midten',
  ),
  wrong(
    'a condition without an expression',
    around(catching('midten', '', on('conditional'))),
    'missing-condition midten',
  ),
  wrong('a signal without a name', around(throwing('midten', '', on('signal'))), 'missing-signal midten'),
  wrong(
    'an error without a name',
    around(task('midten')) + end('e', '', on('error')) + flow('midten', 'e'),
    'missing-error e',
  ),
  wrong('an escalation without a name', around(throwing('midten', '', on('escalation'))), 'missing-error midten'),
  wrong(
    'a message that does not exist',
    around(catching('midten', '', on('message', 'messageRef="borte"'))),
    'unresolved-reference midten',
  ),
  wrong(
    'a boundary event on nothing',
    around(task('midten')) + boundary('b', 'borte', onTimer),
    'unresolved-reference b',
  ),
  wrong(
    'a boundary event on a gateway',
    around(element('parallelGateway')('midten')) + boundary('b', 'midten', onTimer) + flow('b', 'slutt'),
    'boundary-event b',
  ),
  wrong(
    'a boundary event on an activity in a sub-process',
    around(subProcess('midten', '', inside('inne'))) + boundary('b', 'inne-a', onTimer) + flow('b', 'slutt'),
    'boundary-event b',
  ),
  wrong(
    'a task behind an event-based gateway',
    behindGateway(catching('m', '', onMessage) + task('a'), ['port > m > slutt', 'port > a > slutt']),
    'event-gateway-target a',
  ),
  wrong(
    'a throwing event behind an event-based gateway',
    behindGateway(catching('m', '', onMessage) + throwing('a'), ['port > m > slutt', 'port > a > slutt']),
    'event-gateway-target a',
  ),
  wrong(
    'an event-based gateway with one way',
    behindGateway(catching('m', '', onMessage), ['port > m > slutt']),
    'event-gateway-outgoing port',
  ),
  wrong(
    'a second flow to an awaited event',
    behindGateway(task('a') + catching('m', '', onMessage) + catching('t', '', onTimer), [
      'port > m > slutt',
      'port > t > a > m',
    ]),
    'event-gateway-target-incoming m',
  ),
  wrong(
    'message events and receive tasks behind one gateway',
    behindGateway(catching('m', '', onMessage) + receive('r', 'messageRef="melding"'), [
      'port > m > slutt',
      'port > r > slutt',
    ]),
    'event-gateway-mix port',
  ),
  wrong(
    'an awaited receive task with a boundary event',
    behindGateway(receive('r', 'messageRef="melding"') + catching('t', '', onTimer) + boundary('b', 'r', onTimer), [
      'port > r > slutt',
      'port > t > slutt',
      'b > slutt',
    ]),
    'event-gateway-boundary b',
  ),
  wrong(
    'a condition after an event-based gateway',
    behindGateway(catching('m', '', onMessage) + catching('t', '', onTimer), ['port > m > slutt', 't > slutt']) +
      flow('port', 't', 'x'),
    'condition-not-allowed port-t',
  ),
  wrong(
    'a parallel event-based gateway that does not start',
    behindGateway(
      catching('m', '', onMessage) + catching('s', '', onSignal),
      ['port > m > slutt', 'port > s > slutt'],
      'eventGatewayType="Parallel"',
    ),
    'event-gateway-parallel port',
  ),
  wrong(
    'a gateway that starts after a task',
    `${start('start')}${task('a')}${eventBased('port', 'instantiate="true"')}${catching('m', '', onMessage)}${catching('s', '', onSignal)}${flows('start > a > port > m', 'port > s')}`,
    'instantiate-incoming port',
  ),
  wrong(
    'a receive task that starts after a task',
    around(task('midten')) + receive('r', 'instantiate="true" messageRef="melding"') + flow('midten', 'r'),
    'instantiate-incoming r',
  ),
];
