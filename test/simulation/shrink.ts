import type { Block } from './block.js';
import { violationOf } from './run-seed.js';
import type { Step } from './simulate.js';

/** A failing case. */
export interface Failure {
  readonly block: Block;
  readonly steps: readonly Step[];
  readonly message: string;
}

/** The smallest process and the fewest steps that still break a law; not always the same law. */
export function shrink(failure: Failure): Failure {
  let smallest = failure;
  for (let isSmaller = true; isSmaller;) {
    const smaller = firstFailing(smallerCases(smallest));
    isSmaller = smaller !== undefined;
    smallest = smaller ?? smallest;
  }
  return smallest;
}

function firstFailing(cases: Iterable<Omit<Failure, 'message'>>): Failure | undefined {
  for (const { block, steps } of cases) {
    const message = violationOf(block, steps, false);
    if (typeof message === 'string') return { block, steps, message };
  }
  return undefined;
}

function* smallerCases({ block, steps }: Failure): Iterable<Omit<Failure, 'message'>> {
  for (const smaller of smallerBlocks(block)) yield { block: smaller, steps };
  for (let chunk = Math.ceil(steps.length / 2); chunk >= 1; chunk = chunk === 1 ? 0 : Math.ceil(chunk / 2)) {
    for (let from = 0; from < steps.length; from += chunk) {
      yield { block, steps: [...steps.slice(0, from), ...steps.slice(from + chunk)] };
    }
  }
}

const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && 'kind' in value;

/** Blocks with one part less, or with a part instead of the whole. */
function* smallerBlocks(block: Block): Iterable<Block> {
  if (block.kind === 'leaf') {
    if (block.wait !== 'task') yield { kind: 'leaf', wait: 'task' };
    return;
  }
  for (const [name, value] of Object.entries(block)) {
    if (Array.isArray(value) && value.every(isBlock)) yield* smallerLists(block, name, value);
    if (!isBlock(value)) continue;
    yield value;
    for (const smaller of smallerBlocks(value)) yield { ...block, [name]: smaller };
  }
}

function* smallerLists(block: Block, name: string, blocks: readonly Block[]): Iterable<Block> {
  yield* blocks;
  if (blocks.length > 2)
    for (const index of blocks.keys()) yield { ...block, [name]: blocks.toSpliced(index, 1) } as Block;
  for (const [index, inner] of blocks.entries()) {
    for (const smaller of smallerBlocks(inner)) yield { ...block, [name]: blocks.with(index, smaller) } as Block;
  }
}
