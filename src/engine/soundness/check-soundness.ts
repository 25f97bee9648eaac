import type { UnversionedDefinition } from '../definition/process-definition.js';
import { playNet, type Finding } from './play-net.js';
import { scopeNet } from './scope-net.js';

/**
 * Where tokens get stuck or multiply by the drawing alone, scope by scope: a join that waits for a way that was not taken,
 * a merge that parallel ways come to. Bounded: what is not found within the bound is not reported.
 */
export const checkSoundness = (definition: UnversionedDefinition): readonly Finding[] =>
  [...definition.scopes.values()].flatMap((scope) => {
    const net = scopeNet(scope, definition);
    return net === undefined ? [] : playNet(net);
  });
