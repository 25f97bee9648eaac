import { flows, processXml } from '../support/bpmn-xml.js';

/** A model that is refused, and why. */
export interface WrongModel {
  readonly name: string;
  readonly xml: string;
  /** The rule and the element that it names, e.g. `start-event-incoming start`. */
  readonly because: string;
  /** Absent: `MODEL_INVALID`. */
  readonly code?: string;
}

/** A model that is valid by the standard and must never be refused. */
export interface RightModel {
  readonly name: string;
  readonly xml: string;
}

/** An element `<type id="…">content</type>`; attributes may follow the id, as in `task('a', 'isForCompensation="true"')`. */
export const element =
  (type: string) =>
  (id: string, attributes = '', content = ''): string =>
    `<${type} id="${id}" ${attributes}>${content}</${type}>`;

export const task = element('task');
export const start = element('startEvent');
export const end = element('endEvent');
export const catching = element('intermediateCatchEvent');
export const throwing = element('intermediateThrowEvent');
export const parallel = element('parallelGateway');
export const exclusive = element('exclusiveGateway');
export const inclusive = element('inclusiveGateway');
export const eventBased = element('eventBasedGateway');
export const receive = element('receiveTask');
export const subProcess = element('subProcess');
export const transaction = element('transaction');

/** A boundary event `id` on `host` with an event definition inside. */
export const boundary = (id: string, host: string, content: string, attributes = ''): string =>
  element('boundaryEvent')(id, `attachedToRef="${host}" ${attributes}`, content);

/** An event definition without more to say, e.g. `on('terminate')`. */
export const on = (kind: string, attributes = ''): string => `<${kind}EventDefinition ${attributes}/>`;

export const onTimer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
export const onMessage = on('message', 'messageRef="melding"');
export const onSignal = on('signal', 'signalRef="signal"');
export const onError = on('error', 'errorRef="feil"');
export const onEscalation = on('escalation', 'escalationRef="eskalering"');
export const onCondition = '<conditionalEventDefinition><condition>=x &gt; 1</condition></conditionalEventDefinition>';

/** What events refer to. */
export const roots = `<message id="melding" name="melding"/><signal id="signal" name="signal"/>
  <error id="feil" name="feil" errorCode="F1"/><escalation id="eskalering" escalationCode="E1"/>
  <interface id="grensesnitt" name="g"><operation id="op" name="op"><inMessageRef>melding</inMessageRef></operation></interface>`;

/** `start > middle > slutt` around an element called `midten`. */
export const around = (middle: string): string =>
  `${start('start')}${middle}${end('slutt')}${flows('start > midten > slutt')}`;

/** A document with one process, and everything that its events may refer to. */
export const model = (content: string): string => processXml(content, roots);

/** What a scope needs to be one: a start, a task and an end, with a prefix. */
export const inside = (prefix: string): string =>
  `${start(`${prefix}-start`)}${task(`${prefix}-a`)}${end(`${prefix}-slutt`)}${flows(`${prefix}-start > ${prefix}-a > ${prefix}-slutt`)}`;
