import type { MapEditor } from './map-editor.js';
import type { ProcessEvent } from '../facts/process-event.js';
import type { ProcessInstance } from './process-instance.js';

/** Facts about where the process stands. */
export type TokenEvent = Extract<ProcessEvent, { readonly type: 'TokenCreated' | 'TokenMoved' | 'TokenConsumed' }>;

/** Folds a fact about tokens. Tokens stand in the order of their last arrival: what a join calls first come. */
export function evolveTokens(edit: MapEditor, instance: ProcessInstance, event: TokenEvent): ProcessInstance {
  if (event.type === 'TokenCreated') {
    return { ...instance, tokens: edit.withEntry(instance.tokens, event.token.id, event.token) };
  }
  const token = instance.tokens.get(event.tokenId);
  if (token === undefined) return instance;

  const others = edit.withoutEntry(instance.tokens, event.tokenId);
  if (event.type === 'TokenConsumed') return { ...instance, tokens: others };
  const moved = { ...token, node: event.node, via: event.via, since: event.at };
  return { ...instance, tokens: edit.withEntry(others, token.id, moved) };
}
