import type { CallActivity } from '../definition/flow-node.js';
import { feelAttribute, present, textOf, type ModdleElement } from './moddle-element.js';
import { readBinding } from './read-binding.js';

/** What a call activity calls, and what goes in and out beside its mappings. */
export function readCall(
  call: ModdleElement,
): Pick<CallActivity, 'calledProcess' | 'binding' | 'businessKey' | 'passesAll' | 'returnsAll'> {
  return {
    calledProcess: textOf(call, 'calledElement') ?? '',
    ...present('binding', readBinding(call)),
    ...present('businessKey', feelAttribute(call, 'businessKey')),
    ...present('passesAll', truth(call, 'passesAll')),
    ...present('returnsAll', truth(call, 'returnsAll')),
  };
}

function truth(element: ModdleElement, name: string): boolean | undefined {
  const value = element.get(name);
  return typeof value === 'boolean' ? value : undefined;
}
