import { documentXml, flow, flows, processXml } from '../support/bpmn-xml.js';
import {
  around,
  boundary,
  element,
  inside,
  model,
  on,
  onMessage,
  start,
  subProcess,
  task,
  throwing,
  type WrongModel,
} from './model.js';

const wrong = (name: string, content: string, because: string, code?: string): WrongModel => ({
  name,
  xml: model(content),
  because,
  ...(code === undefined ? {} : { code }),
});

const compensated = around(task('midten')) + boundary('angre', 'midten', on('compensate'));
const handler = task('omgjor', 'isForCompensation="true"');
const association = element('association')('as', 'sourceRef="angre" targetRef="omgjor" associationDirection="One"');
const loop = (content: string, attributes = ''): string =>
  around(
    task('midten', '', `<multiInstanceLoopCharacteristics ${attributes}>${content}</multiInstanceLoopCharacteristics>`),
  );
const adHoc = element('adHocSubProcess');

/** Activities, data and whole documents that cannot be executed as they are drawn. */
export const wrongActivities: readonly WrongModel[] = [
  wrong('compensation without a handler', compensated, 'compensation-handler angre'),
  wrong(
    'compensation by an activity that is not for it',
    compensated + task('omgjor') + association,
    'compensation-handler angre',
  ),
  wrong(
    'compensation with two handlers',
    compensated +
      handler +
      association +
      task('to', 'isForCompensation="true"') +
      element('association')('as2', 'sourceRef="angre" targetRef="to"'),
    'compensation-handler angre',
  ),
  wrong(
    'a flow out of a compensation event',
    compensated + handler + association + flow('angre', 'slutt'),
    'compensation-flow angre',
  ),
  wrong(
    'a flow out of a compensation handler',
    compensated + handler + association + flow('omgjor', 'slutt'),
    'compensation-activity-flow omgjor',
  ),
  wrong(
    'compensation of an activity elsewhere',
    `${around(subProcess('midten', '', inside('inne')))}${throwing('kast', '', on('compensate', 'activityRef="inne-a"'))}${flow('kast', 'slutt')}`,
    'compensation-activity kast',
  ),
  wrong('a call of nothing', around(element('callActivity')('midten')), 'missing-reference midten'),
  wrong('a multi-instance without a number', loop(''), 'multi-instance-count midten'),
  wrong(
    'complex behaviour without a definition',
    loop('<loopCardinality>=3</loopCardinality>', 'behavior="Complex"'),
    'complex-behavior midten',
  ),
  wrong(
    'behaviour that does not exist',
    loop('<loopCardinality>=3</loopCardinality>', 'behavior="Some"'),
    'attribute-value midten',
  ),
  wrong(
    'an ad-hoc sub-process with a start event',
    around(adHoc('midten', '', start('s') + task('a') + flow('s', 'a'))),
    'ad-hoc-content midten',
  ),
  wrong('an ad-hoc sub-process without activities', around(adHoc('midten')), 'ad-hoc-content midten'),
  wrong(
    'an ordering that does not exist',
    around(adHoc('midten', 'ordering="Random"', task('a'))),
    'attribute-value midten',
  ),
  wrong('a start quantity of 0', around(task('midten', 'startQuantity="0"')), 'attribute-value midten'),
  wrong(
    'a completion quantity of minus one',
    around(task('midten', 'completionQuantity="-1"')),
    'attribute-value midten',
  ),
  wrong(
    'a maximum that is no number',
    around(task('midten', '', '<standardLoopCharacteristics loopMaximum="many"/>')),
    'attribute-value midten',
  ),
  wrong('a truth that is neither', around(task('midten', 'isForCompensation="maybe"')), 'attribute-value midten'),
  wrong('two elements of one id', around(task('midten') + task('midten')), 'duplicate-id midten'),
  wrong(
    'a flow with the id of a task',
    around(task('midten')) + '<sequenceFlow id="midten" sourceRef="midten" targetRef="slutt"/>',
    'duplicate-id midten',
  ),
  wrong('a diagram with the id of a task', around(task('midten')) + task('prosess'), 'duplicate-id prosess'),
  wrong('an id that is no name', around(task('midten')) + task('1a'), 'invalid-id 1a', 'MODEL_ID_INVALID'),
  wrong('an id with a space', around(task('midten')) + task('a b'), 'invalid-id a b', 'MODEL_ID_INVALID'),
  wrong(
    'an id of 300 characters',
    around(task('midten')) + task('a'.repeat(300)),
    `invalid-id ${'a'.repeat(100)}`,
    'MODEL_ID_INVALID',
  ),
  wrong(
    'a name that turns the direction of reading',
    around(task('midten', 'name="Godkjenn\u202E kvalsvA"')),
    'name-characters midten',
    'NAME_CONTROL_CHARS',
  ),
  wrong(
    'a name with an invisible space',
    around(task('midten', 'name="God\u200Bkjenn"')),
    'name-characters midten',
    'NAME_CONTROL_CHARS',
  ),
  wrong(
    'a name of 10,000 emoji',
    around(task('midten', `name="${'😀'.repeat(10_000)}"`)),
    'name-length midten',
    'NAME_TOO_LONG',
  ),
  wrong(
    'an attribute that BPMN does not have',
    around(task('midten', 'colour="red" boligflyt:frist="x"')),
    'bpmn-invalid midten',
  ),
  wrong('an element that BPMN does not have', around(task('midten')) + '<hopp id="h"/>', 'bpmn-invalid -'),
  wrong(
    'a data association to nowhere',
    around(task('midten', '', '<dataInputAssociation id="inn"><sourceRef>o</sourceRef></dataInputAssociation>')) +
      '<dataObject id="o"/>',
    'data-association inn',
  ),
  wrong(
    'an input set with data of another activity',
    around(
      task(
        'midten',
        '',
        `<ioSpecification id="io"><dataInput id="d1"/><inputSet><dataInputRefs>d2</dataInputRefs></inputSet><outputSet/></ioSpecification>`,
      ),
    ) + task('annen', '', '<ioSpecification id="io2"><dataInput id="d2"/><inputSet/><outputSet/></ioSpecification>'),
    'io-set io',
  ),
  {
    name: 'a correlation property that is read from no message',
    xml: processXml(
      around(task('midten')),
      '<correlationProperty id="saksnr"><correlationPropertyRetrievalExpression><messagePath>=x</messagePath></correlationPropertyRetrievalExpression></correlationProperty>',
    ),
    because: 'correlation-retrieval saksnr',
  },
  {
    name: 'a correlation subscription without a key',
    xml: processXml(`${around(task('midten'))}<correlationSubscription id="ab"/>`),
    because: 'correlation-subscription ab',
  },
  {
    name: 'an operation without a message',
    xml: processXml(around(task('midten')), '<interface id="i" name="i"><operation id="op" name="op"/></interface>'),
    because: 'operation-message op',
  },
  { name: 'nothing to execute', xml: documentXml('<process id="p" isExecutable="false"/>'), because: 'no-process -' },
  {
    name: 'a document of 2,001 tasks',
    xml: processXml(Array.from({ length: 2_001 }, (_, n) => task(`t${n}`)).join('')),
    because: 'too-many-nodes prosess',
    code: 'MODEL_TOO_LARGE',
  },
  {
    name: 'sub-processes 11 levels deep',
    xml: processXml(
      `${Array.from({ length: 11 }, (_, n) => `<subProcess id="s${n}">`).join('')}${'</subProcess>'.repeat(11)}`,
    ),
    because: 'too-deep prosess',
    code: 'MODEL_TOO_LARGE',
  },
  {
    name: 'more than a megabyte',
    xml: processXml(' '.repeat(1_048_577)),
    because: 'xml-limit -',
    code: 'MODEL_TOO_LARGE',
  },
  {
    name: 'entities that multiply',
    xml: `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(100)}">]>${model(around(task('midten', 'name="&b;"')))}`,
    because: 'xml-doctype -',
    code: 'MODEL_DOCTYPE_FORBIDDEN',
  },
  { name: 'no XML', xml: 'hei', because: 'xml-invalid -' },
  { name: 'no BPMN', xml: '<html/>', because: 'xml-invalid -' },
  { name: 'an attribute written twice', xml: model(around('<task id="midten" id="to"/>')), because: 'xml-invalid -' },
  { name: 'a prefix that is not declared', xml: model(around(task('midten', 'x:y="1"'))), because: 'xml-invalid -' },
  wrong(
    'a message start inside a sub-process',
    around(subProcess('midten', '', start('s', '', onMessage) + flows())),
    'event-place s',
  ),
];
