import type { FeelSource, Mapping } from '../../definition/activity-parts.js';
import {
  elementOf,
  elementsOf,
  feelBody,
  idOfElement,
  present,
  type ModdleElement,
} from '../document/moddle-element.js';
import { namesOfValue, readInFeel, variableName } from './variable-name.js';

/**
 * The mappings that a data association makes (BPMN 2.0.2 §10.4.2): its assignments, else its transformation, else a copy
 * of the source.
 */
export function readAssociation(association: ModdleElement): readonly Mapping[] {
  const target = elementOf(association, 'targetRef');
  const assignments = elementsOf(association, 'assignment');
  if (assignments.length > 0) return assignments.flatMap((assignment) => readAssignment(assignment, association));
  if (target === undefined) return [];

  const [source] = elementsOf(association, 'sourceRef');
  const isCopied = feelBody(association, 'transformation') === undefined;
  const feel = sourceOf(association);
  if (feel === undefined) return [];
  const names = isCopied && source ? namesOfValue(source) : undefined;
  return [{ source: feel, target: variableName(target), ...present('names', names) }];
}

/** FEEL giving what a data association carries: its transformation, else its source. */
export function sourceOf(association: ModdleElement): FeelSource | undefined {
  const [source] = elementsOf(association, 'sourceRef');
  return feelBody(association, 'transformation') ?? (source && readInFeel(variableName(source)));
}

function readAssignment(assignment: ModdleElement, association: ModdleElement): readonly Mapping[] {
  const target = elementOf(association, 'targetRef');
  const ends = [...elementsOf(association, 'sourceRef'), ...(target ? [target] : [])];
  const source = feelBody(assignment, 'from');
  const [first = target && variableName(target), ...path] = placeOf(feelBody(assignment, 'to') ?? '');
  if (source === undefined || first === undefined) return [];

  const name = nameOfEnd(first, ends);
  const feel = nameOfEnd(source, ends);
  return [{ source: path.length === 0 ? feel : putInto(name, path, feel), target: name }];
}

// Tools write the id of an end of the association where its name is meant.
function nameOfEnd(written: string, ends: readonly ModdleElement[]): string {
  const end = ends.find((one) => idOfElement(one) === written);
  return end === undefined ? written : variableName(end);
}

// The standard's own way of naming a place is a function of XPath (BPMN 2.0.2 §10.4.3).
function placeOf(to: string): readonly string[] {
  const named = to.replace(/^(?:[\w.-]+:)?getData\w+\(\s*["']([^"']+)["']\s*\)/, '$1');
  return named
    .split(/[./]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** FEEL giving a context with a value put in at a path; contexts on the way that are not there are made. */
function putInto(name: string, path: readonly string[], source: FeelSource): FeelSource {
  const [key = '', ...rest] = path;
  const value = rest.length === 0 ? source : putInto(`${name}.${key}`, rest, source);
  return `context put(if ${name} = null then {} else ${name}, ${JSON.stringify(key)}, ${value})`;
}
