import type { Block } from './block.js';

/** A block with the name that its nodes are made of, and its inner blocks in a fixed order. */
export interface Plan {
  readonly id: string;
  readonly block: Block;
  readonly parts: readonly Plan[];
}

/**
 * Names a block and everything in it; ids count up so that a failing case can be read. Another generation is the same
 * process with other ids: what a case is migrated to.
 */
export function planOf(block: Block, generation = 0): Plan {
  const suffix = generation === 0 ? '' : `~${generation}`;
  let count = 0;
  const plan = (one: Block): Plan => {
    count += 1;
    const id = `${one.kind === 'leaf' ? one.wait : one.kind}-${count}${suffix}`;
    return { id, block: one, parts: innerBlocks(one).map(plan) };
  };
  return plan(block);
}

function innerBlocks(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'leaf':
    case 'undo':
    case 'both':
      return [];
    case 'sequence':
    case 'and':
    case 'xor':
    case 'or':
    case 'split':
    case 'first':
    case 'free':
      return block.blocks;
    case 'race':
      return [block.after];
    case 'sub':
    case 'repeat':
    case 'each':
      return [block.inside];
    case 'edge':
    case 'guard':
    case 'guards':
      return [block.inside, block.after];
    case 'throws':
    case 'cancel':
      return [block.before, block.beside, block.after];
    case 'link':
      return [block.before];
  }
}

/** One inner block by its place. */
export function partOf(plan: Plan, place: number): Plan {
  const part = plan.parts[place];
  if (part === undefined) throw new Error(`Expected '${plan.id}' to have a part ${place}`);
  return part;
}

/** The name of something in the first generation. */
export const firstName = (id: string): string => id.replace(/~\d+/, '');
