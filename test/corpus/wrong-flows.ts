import { documentXml, flow, flows } from '../support/bpmn-xml.js';
import {
  around,
  boundary,
  catching,
  element,
  end,
  exclusive,
  inside,
  model,
  on,
  onMessage,
  onTimer,
  parallel,
  start,
  subProcess,
  task,
  throwing,
  type WrongModel,
} from './model.js';

const wrong = (name: string, content: string, because: string): WrongModel => ({ name, xml: model(content), because });

const condition = (source: string, target: string): string => flow(source, target, 'x > 1');

/** Flows that lead where no flow may. */
export const wrongFlows: readonly WrongModel[] = [
  wrong('a flow into a start event', around(task('midten')) + flow('midten', 'start'), 'start-event-incoming start'),
  wrong('a flow out of an end event', around(task('midten')) + flow('slutt', 'midten'), 'end-event-outgoing slutt'),
  wrong(
    'a flow into a boundary event',
    around(task('midten')) + boundary('frist', 'midten', onTimer) + flow('midten', 'frist'),
    'boundary-event-incoming frist',
  ),
  wrong('a flow to nothing', around(task('midten')) + flow('midten', 'borte'), 'unresolved-reference midten-borte'),
  wrong('a flow from nothing', around(task('midten')) + flow('borte', 'midten'), 'unresolved-reference borte-midten'),
  wrong(
    'a flow without a target',
    around(task('midten')) + '<sequenceFlow id="f" sourceRef="midten"/>',
    'missing-reference f',
  ),
  wrong(
    'a flow without a source',
    around(task('midten')) + '<sequenceFlow id="f" targetRef="midten"/>',
    'missing-reference f',
  ),
  wrong(
    'a flow into a sub-process',
    around(subProcess('midten', '', inside('inne'))) + flow('start', 'inne-a'),
    'flow-crosses-scope start-inne-a',
  ),
  wrong(
    'a flow out of a sub-process',
    around(subProcess('midten', '', inside('inne'))) + flow('inne-a', 'slutt'),
    'flow-crosses-scope inne-a-slutt',
  ),
  wrong(
    'a flow written in another scope than its ends',
    around(subProcess('midten', '', inside('inne') + flow('start', 'slutt'))),
    'flow-crosses-scope start-slutt',
  ),
  wrong(
    'a flow to a data object',
    `${around(task('midten'))}<dataObject id="data"/>${flow('midten', 'data')}`,
    'flow-crosses-scope midten-data',
  ),
  {
    name: 'a flow between pools',
    xml: documentXml(`<collaboration id="c"><participant id="p1" processRef="en"/><participant id="p2" processRef="to"/></collaboration>
      <process id="en" isExecutable="true">${task('a')}${flow('a', 'b')}</process><process id="to" isExecutable="true">${task('b')}</process>`),
    because: 'flow-crosses-scope a-b',
  },
  wrong(
    'a condition after a start event',
    `${start('start')}${task('a')}${condition('start', 'a')}`,
    'condition-not-allowed start-a',
  ),
  wrong(
    'a condition after a parallel gateway',
    `${start('start')}${parallel('del')}${task('a')}${task('b')}${flows('start > del > a')}${condition('del', 'b')}`,
    'condition-not-allowed del-b',
  ),
  wrong(
    'a condition after an intermediate event',
    `${start('start')}${throwing('e')}${task('a')}${flows('start > e')}${condition('e', 'a')}`,
    'condition-not-allowed e-a',
  ),
  wrong(
    'a default that does not leave its gateway',
    `${start('start')}${exclusive('valg', 'default="a-b"')}${task('a')}${task('b')}${flows('start > valg', 'a > b')}${condition('valg', 'a')}${condition('valg', 'b')}`,
    'default-flow valg',
  ),
  wrong(
    'a default of an activity that does not leave it',
    `${start('start')}${task('a', 'default="start-a"')}${task('b')}${flows('start > a')}${condition('a', 'b')}`,
    'default-flow a',
  ),
  wrong(
    'a default with a condition',
    `${start('start')}${exclusive('valg', 'default="valg-b"')}${task('a')}${task('b')}${flows('start > valg')}${condition('valg', 'a')}${condition('valg', 'b')}`,
    'default-with-condition valg-b',
  ),
  wrong(
    'a merging gateway with two ways out',
    `${start('start')}${parallel('p', 'gatewayDirection="Converging"')}${task('a')}${task('b')}${flows('start > p > a', 'p > b')}`,
    'gateway-direction p',
  ),
  wrong(
    'a splitting gateway with two ways in',
    `${start('s1')}${start('s2')}${parallel('p', 'gatewayDirection="Diverging"')}${task('a')}${flows('s1 > p > a', 's2 > p')}`,
    'gateway-direction p',
  ),
  wrong(
    'a flow out of a throwing link',
    around(throwing('midten', '', on('link', 'name="L"'))) + catching('fang', '', on('link', 'name="L"')),
    'link-flow midten',
  ),
  wrong(
    'a flow into a catching link',
    around(catching('midten', '', on('link', 'name="L"'))) + throwing('kast', '', on('link', 'name="L"')),
    'link-flow midten',
  ),
  wrong(
    'a flow to an event sub-process',
    `${around(task('midten'))}${subProcess('ved-siden', 'triggeredByEvent="true"', start('es', '', onMessage))}${flow('midten', 'ved-siden')}`,
    'event-sub-process-flow ved-siden',
  ),
  wrong(
    'a gateway direction that does not exist',
    around(parallel('midten', 'gatewayDirection="Sideways"')),
    'attribute-value midten',
  ),
  wrong(
    'a lane with a node of another process',
    `<laneSet id="l"><lane id="bane"><flowNodeRef>borte</flowNodeRef></lane></laneSet>${around(task('midten'))}`,
    'unresolved-reference bane',
  ),
  {
    name: 'a message flow inside a pool',
    xml: documentXml(`<collaboration id="c"><participant id="p1" processRef="en"/><messageFlow id="m" sourceRef="a" targetRef="b"/></collaboration>
      <process id="en" isExecutable="true">${task('a')}${task('b')}${flow('a', 'b')}</process>`),
    because: 'message-flow-pools m',
  },
  {
    name: 'a message flow to an end event',
    xml: documentXml(`<collaboration id="c"><participant id="p1" processRef="en"/><participant id="p2"/><messageFlow id="m" sourceRef="p2" targetRef="slutt"/></collaboration>
      <process id="en" isExecutable="true">${around(task('midten'))}</process>`),
    because: 'message-flow-ends m',
  },
  {
    name: 'a message flow from a gateway',
    xml: documentXml(`<collaboration id="c"><participant id="p1" processRef="en"/><participant id="p2"/><messageFlow id="m" sourceRef="midten" targetRef="p2"/></collaboration>
      <process id="en" isExecutable="true">${around(exclusive('midten'))}</process>`),
    because: 'message-flow-ends m',
  },
  {
    name: 'a lane with a node of another pool',
    xml: documentXml(`<process id="en" isExecutable="true"><laneSet id="l"><lane id="bane"><flowNodeRef>b</flowNodeRef></lane></laneSet>${task('a')}</process>
      <process id="to" isExecutable="true">${task('b')}</process>`),
    because: 'lane-node bane',
  },
  {
    name: 'fewer participants at most than at least',
    xml: documentXml(`<collaboration id="c"><participant id="p1" processRef="en"><participantMultiplicity minimum="3" maximum="2"/></participant></collaboration>
      <process id="en" isExecutable="true">${around(task('midten'))}</process>`),
    because: 'participant-multiplicity p1',
  },
  wrong(
    'an association to nothing',
    `${around(task('midten'))}${element('association')('as', 'sourceRef="midten" targetRef="borte"')}`,
    'unresolved-reference as',
  ),
  wrong(
    'an end event with an attached event',
    `${around(task('midten'))}${boundary('frist', 'slutt', onTimer)}${end('slutt-2')}${flow('frist', 'slutt-2')}`,
    'boundary-event frist',
  ),
];
