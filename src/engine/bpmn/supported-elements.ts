import { error, type Diagnostic } from './diagnostic.js';
import { elementOf, elementsOf, idOfElement, isSet, textOf, type ModdleElement } from './moddle-element.js';

const executable: ReadonlySet<string> = new Set([
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:ManualTask',
  'bpmn:Task',
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:IntermediateCatchEvent',
  'bpmn:BoundaryEvent',
  'bpmn:SubProcess',
  'bpmn:CallActivity',
  'bpmn:SequenceFlow',
]);

const drawnOnly: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

const advice: ReadonlyMap<string, string> = new Map([
  ['bpmn:ScriptTask', 'Skript kjøres aldri. Bruk en tjenesteoppgave, eller et uttrykk i FEEL på en flyt.'],
  ['bpmn:BusinessRuleTask', 'Regeloppgaver støttes ikke ennå. Bruk en tjenesteoppgave eller en eksklusiv port.'],
  ['bpmn:SendTask', 'Bruk en tjenesteoppgave med jobType «send-brev».'],
  ['bpmn:ReceiveTask', 'Bruk en mellomhendelse som tar imot meldingen.'],
  ['bpmn:InclusiveGateway', 'Bruk en parallell port og eksklusive porter bak den.'],
  ['bpmn:EventBasedGateway', 'Sett tids- og meldingshendelsene på kanten av oppgaven i stedet.'],
  ['bpmn:IntermediateThrowEvent', 'Bruk en tjenesteoppgave for det som skal sendes, og ta bort hendelsen.'],
]);

const triggers: ReadonlyMap<string, readonly string[]> = new Map([
  ['bpmn:StartEvent', ['bpmn:TimerEventDefinition', 'bpmn:MessageEventDefinition']],
  ['bpmn:IntermediateCatchEvent', ['bpmn:TimerEventDefinition', 'bpmn:MessageEventDefinition']],
  ['bpmn:BoundaryEvent', ['bpmn:TimerEventDefinition', 'bpmn:MessageEventDefinition']],
  ['bpmn:EndEvent', []],
]);

/** What in a flow element the engine cannot execute yet; it is refused rather than executed differently. */
export function unsupportedIn(element: ModdleElement): readonly Diagnostic[] {
  const type = element.$type;
  if (drawnOnly.has(type)) return [];
  if (!executable.has(type)) return [unsupported(element, type, advice.get(type))];

  return [...unsupportedTriggers(element), ...unsupportedAttributes(element), ...unsupportedLoops(element)];
}

function unsupportedTriggers(element: ModdleElement): readonly Diagnostic[] {
  const known = triggers.get(element.$type);
  if (known === undefined) return [];
  if (elementsOf(element, 'eventDefinitionRef').length > 0) return [unsupported(element, 'eventDefinitionRef')];

  const written = elementsOf(element, 'eventDefinitions');
  if (written.length > 1) return [unsupported(element, 'several event definitions on one event')];
  return written.filter(({ $type }) => !known.includes($type)).map(({ $type }) => unsupported(element, $type));
}

const unsupportedChildren = ['ioSpecification', 'dataInputAssociations', 'dataOutputAssociations', 'resources'];

function unsupportedAttributes(element: ModdleElement): readonly Diagnostic[] {
  const found = [
    isSet(element, 'triggeredByEvent') && 'an event sub-process',
    isSet(element, 'isForCompensation') && 'isForCompensation',
    ['startQuantity', 'completionQuantity'].some((name) => (element.get(name) ?? 1) !== 1) && 'a quantity other than 1',
    ...unsupportedChildren.map((name) => (elementOf(element, name) || elementsOf(element, name).length > 0) && name),
    scriptLanguage(element) && `expression language ${scriptLanguage(element)}`,
  ];
  return found.filter((what) => typeof what === 'string').map((what) => unsupported(element, what));
}

function scriptLanguage(element: ModdleElement): string | undefined {
  const condition = elementOf(element, 'conditionExpression');
  const language = condition && textOf(condition, 'language');
  return language !== undefined && !/feel/i.test(language) ? language : undefined;
}

function unsupportedLoops(element: ModdleElement): readonly Diagnostic[] {
  const loop = elementOf(element, 'loopCharacteristics');
  if (loop === undefined) return [];
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return [unsupported(element, loop.$type)];

  const children = ['loopCardinality', 'loopDataInputRef', 'loopDataOutputRef', 'inputDataItem', 'outputDataItem'];
  const drawn = children.find((name) => elementOf(loop, name) !== undefined);
  const behavior = textOf(loop, 'behavior') ?? 'All';
  if (drawn !== undefined) return [unsupported(element, drawn, 'Bruk boligflyt:collection for listen.')];
  return behavior === 'All' ? [] : [unsupported(element, `multi-instance behavior ${behavior}`)];
}

function unsupported(element: ModdleElement, what: string, melding?: string): Diagnostic {
  const name = what.replace('bpmn:', '');
  return error('unsupported-element', idOfElement(element), {
    message: `Expected an element that can be executed, but '${idOfElement(element)}' has ${name}`,
    melding: `Boligflyt kan ikke utføre ${name} ennå. ${melding ?? 'Tegn det på en annen måte, eller ta det bort.'}`,
  });
}
