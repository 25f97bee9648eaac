import type { MessageTarget } from '../../definition/event-definition.js';
import { correlationsOf } from '../read/correlations.js';
import type { Diagnostic } from '../../xml/diagnostic.js';
import { elementOf, elementsOf, idOfElement, idOfReference, textOf, type ModdleElement } from './moddle-element.js';
import type { ReadOptions } from '../read/read-options.js';
import type { Reading } from '../read/reading.js';

/** A document as its readers meet it: what stands elsewhere in it, found once; `found` collects what they report. */
export function readingOf(
  root: ModdleElement,
  processes: readonly ModdleElement[],
  { options, found }: { readonly options: ReadOptions; readonly found: Diagnostic[] },
): Reading {
  const messageFlows = elementsOf(root, 'rootElements').flatMap((one) => elementsOf(one, 'messageFlows'));
  const homes = new Map(processes.flatMap((process) => contentsOf(process).map((id) => [id, idOfElement(process)])));
  const report = (diagnostic: Diagnostic): void => {
    found.push(diagnostic);
  };
  return {
    options,
    messageTargets: targetsOf(messageFlows, homes),
    flowingMessages: new Map(messageFlows.flatMap(carriedBy)),
    compensationHandlers: new Map([root, ...processes].flatMap(associationsIn).flatMap(handlerOf)),
    lanes: new Map(processes.flatMap((process) => lanesIn(process))),
    correlations: correlationsOf(root, report),
    report,
  };
}

const contentsOf = (container: ModdleElement): readonly string[] =>
  elementsOf(container, 'flowElements').flatMap((element) => [idOfElement(element), ...contentsOf(element)]);

function targetsOf(
  messageFlows: readonly ModdleElement[],
  homes: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly MessageTarget[]> {
  const targets = new Map<string, MessageTarget[]>();
  for (const flow of messageFlows) {
    const source = idOfReference(flow, 'sourceRef');
    const target = targetOf(elementOf(flow, 'targetRef'), homes);
    if (source !== undefined && target !== undefined) targets.set(source, [...(targets.get(source) ?? []), target]);
  }
  return targets;
}

// A pool without a process, or with one that does not run, is a black box: nobody here takes what is sent to it.
function targetOf(element: ModdleElement | undefined, homes: ReadonlyMap<string, string>): MessageTarget | undefined {
  if (element === undefined) return undefined;
  if (element.$type === 'bpmn:Participant') {
    const process = idOfReference(element, 'processRef');
    return process !== undefined && [...homes.values()].includes(process) ? { process } : undefined;
  }
  const process = homes.get(idOfElement(element));
  return process === undefined ? undefined : { process, element: idOfElement(element) };
}

function carriedBy(flow: ModdleElement): readonly (readonly [string, string])[] {
  const message = elementOf(flow, 'messageRef');
  const name = (message && (textOf(message, 'name') ?? textOf(message, 'id'))) ?? textOf(flow, 'name');
  if (name === undefined) return [];
  return [idOfReference(flow, 'sourceRef'), idOfReference(flow, 'targetRef')]
    .filter((end) => end !== undefined)
    .map((end) => [end, name]);
}

function associationsIn(container: ModdleElement): readonly ModdleElement[] {
  const inside = [...elementsOf(container, 'flowElements'), ...elementsOf(container, 'rootElements')]
    .filter(({ $type }) => $type !== 'bpmn:Process')
    .flatMap(associationsIn);
  return [...elementsOf(container, 'artifacts').filter(({ $type }) => $type === 'bpmn:Association'), ...inside];
}

function handlerOf(association: ModdleElement): readonly (readonly [string, string])[] {
  const ends = [elementOf(association, 'sourceRef'), elementOf(association, 'targetRef')];
  const event = ends.find((end) => end?.$type === 'bpmn:BoundaryEvent');
  const handler = ends.find((end) => end !== undefined && end.get('isForCompensation') === true);
  return event && handler ? [[idOfElement(event), idOfElement(handler)]] : [];
}

// An inner lane stands after the one around it, so that it is the one that is kept.
function lanesIn(container: ModdleElement): readonly (readonly [string, string])[] {
  const own = elementsOf(container, 'laneSets').flatMap((set) => elementsOf(set, 'lanes').flatMap(placesIn));
  return [...own, ...elementsOf(container, 'flowElements').flatMap(lanesIn)];
}

function placesIn(lane: ModdleElement): readonly (readonly [string, string])[] {
  const name = textOf(lane, 'name') ?? idOfElement(lane);
  const own = elementsOf(lane, 'flowNodeRef').map((node): readonly [string, string] => [idOfElement(node), name]);
  const inner = elementOf(lane, 'childLaneSet');
  return [...own, ...(inner ? elementsOf(inner, 'lanes').flatMap(placesIn) : [])];
}
