import type { Diagnostic } from '../../xml/diagnostic.js';
import { childrenOf, textOf, type ModdleElement } from '../document/moddle-element.js';
import { isFeel, scriptForbidden } from './read-script.js';

/** Expressions that say they are written in another language than FEEL (BPMN 2.0.2 §8.4.6), by the element they stand on. */
export function foreignLanguages(element: ModdleElement, owner: string | null = null): readonly Diagnostic[] {
  const own = textOf(element, 'language');
  const found = own !== undefined && hasBody(element) && !isFeel(own) ? [scriptForbidden(owner, own)] : [];
  const inner = isNamed(element) ? (textOf(element, 'id') ?? owner) : owner;
  return [...found, ...childrenOf(element).flatMap((child) => foreignLanguages(child, inner))];
}

const hasBody = (element: ModdleElement): boolean =>
  element.$type === 'bpmn:FormalExpression' && textOf(element, 'body') !== undefined;

// Authors know flows and nodes by their ids, not the definitions inside them.
const isNamed = (element: ModdleElement): boolean =>
  element.$type === 'bpmn:SequenceFlow' || element.$type === 'bpmn:Process' || element.get('incoming') !== undefined;
