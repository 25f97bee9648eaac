import type { FeelText } from '../../definition/activity-parts.js';
import { elementOf, textOf, type ModdleElement } from '../document/moddle-element.js';

/** The code of an error or escalation: as written, else its name, else its id; absent where none is referred to. */
export const codeOf = (
  referenced: ModdleElement | undefined,
  attribute: 'errorCode' | 'escalationCode',
): FeelText | undefined =>
  referenced && (textOf(referenced, attribute) ?? textOf(referenced, 'name') ?? textOf(referenced, 'id'));

/** The name of the signal that a definition refers to; empty where it refers to none, which is refused. */
export function signalOf(definition: ModdleElement): FeelText {
  const signal = elementOf(definition, 'signalRef');
  return (signal && (textOf(signal, 'name') ?? textOf(signal, 'id'))) ?? '';
}

/** The name by which two link events find each other: the definition's, else the event's. */
export const linkOf = (definition: ModdleElement, event: ModdleElement): string =>
  textOf(definition, 'name') ?? textOf(event, 'name') ?? '';
