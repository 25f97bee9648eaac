import type { CallActivity } from '../../definition/flow-node.js';
import { feelAttribute, present, textOf, truthOf, type ModdleElement } from '../document/moddle-element.js';
import { readBinding } from './read-binding.js';

/** What a call activity calls, and what goes in and out beside its mappings. */
export function readCall(
  call: ModdleElement,
): Pick<CallActivity, 'calledProcess' | 'binding' | 'businessKey' | 'passesAll'> {
  return {
    calledProcess: textOf(call, 'calledElement') ?? '',
    ...present('binding', readBinding(call)),
    ...present('businessKey', feelAttribute(call, 'businessKey')),
    ...present('passesAll', truthOf(call, 'passesAll')),
  };
}
