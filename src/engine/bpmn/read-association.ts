import type { FeelSource, Mapping } from '../definition/activity-parts.js';
import { elementOf, elementsOf, feelBody, feelOf, type ModdleElement } from './moddle-element.js';
import { broughtAs, variableName } from './variable-name.js';

/**
 * The mappings that a data association makes (BPMN 2.0.2 §10.4.2): its assignments, else its transformation, else a copy
 * of the source.
 */
export function readAssociation(association: ModdleElement): readonly Mapping[] {
  const target = elementOf(association, 'targetRef');
  const name = target && variableName(target);
  const assignments = elementsOf(association, 'assignment');
  if (assignments.length > 0) return assignments.flatMap((assignment) => readAssignment(assignment, name));

  const source = sourceOf(association);
  return source === undefined || name === undefined ? [] : [{ source, target: name }];
}

/** FEEL giving what a data association carries: its transformation, else its source. */
export function sourceOf(association: ModdleElement): FeelSource | undefined {
  const transformation = feelBody(association, 'transformation');
  if (transformation !== undefined) return transformation;

  const [source] = elementsOf(association, 'sourceRef');
  if (source === undefined) return undefined;
  return source.$type === 'bpmn:DataOutput' ? broughtAs(source) : variableName(source);
}

function readAssignment(assignment: ModdleElement, whole: string | undefined): readonly Mapping[] {
  const source = feelBody(assignment, 'from');
  const [name = whole, ...path] = placeOf(feelBody(assignment, 'to') ?? '');
  if (source === undefined || name === undefined) return [];
  return [{ source: path.length === 0 ? feelOf(source) : putInto(name, path, source), target: name }];
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
