import fc from 'fast-check';

/** What a leaf waits for. */
export type LeafKind =
  'task' | 'job' | 'timer' | 'message' | 'signal' | 'receive' | 'call' | 'none' | 'script' | 'condition' | 'stuck';

/** What starts a way of its own beside or instead of an activity. */
export type EdgeKind = 'timer' | 'cycle' | 'message' | 'signal' | 'condition';

/**
 * A part of a process with one way in and one way out. What it does can be said without an engine: the oracle says it
 * block by block, the engine executes the diagram that it is drawn as.
 */
export type Block =
  | { readonly kind: 'leaf'; readonly wait: LeafKind }
  | { readonly kind: 'sequence' | 'and' | 'xor' | 'or' | 'split'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'race';
      readonly events: readonly ('timer' | 'message' | 'signal' | 'receive')[];
      readonly after: Block;
    }
  | { readonly kind: 'both'; readonly parallel: boolean }
  | { readonly kind: 'first' | 'free'; readonly blocks: readonly Block[] }
  | { readonly kind: 'sub'; readonly inside: Block }
  | { readonly kind: 'repeat'; readonly inside: Block; readonly testBefore: boolean }
  | { readonly kind: 'each'; readonly inside: Block; readonly sequential: boolean; readonly early: boolean }
  | {
      readonly kind: 'edge' | 'guard';
      readonly inside: Block;
      readonly by: EdgeKind;
      readonly interrupting: boolean;
      readonly after: Block;
    }
  /** A scope with two event sub-processes that interrupt it: by a message and by a signal, whichever comes first. */
  | { readonly kind: 'guards'; readonly inside: Block; readonly after: Block }
  | {
      readonly kind: 'throws';
      readonly result: 'error' | 'escalation' | 'terminate';
      /** Only for an error: caught by an event sub-process in the same scope, not on its edge. */
      readonly inside: boolean;
      readonly before: Block;
      readonly beside: Block;
      readonly after: Block;
    }
  | { readonly kind: 'undo'; readonly within: boolean }
  | { readonly kind: 'cancel'; readonly before: Block; readonly beside: Block; readonly after: Block }
  | { readonly kind: 'link'; readonly before: Block };

/** A block of one kind. */
export type BlockOf<Kind extends Block['kind']> = Block & { readonly kind: Kind };

const leaf = fc.record({
  kind: fc.constant('leaf' as const),
  wait: fc.constantFrom<LeafKind[]>(
    'task',
    'task',
    'job',
    'timer',
    'message',
    'signal',
    'receive',
    'call',
    'none',
    'script',
    'condition',
    'stuck',
  ),
});
const edge = fc.constantFrom<EdgeKind[]>('timer', 'cycle', 'message', 'signal', 'condition');

/** Any structured process of up to some 40 nodes. */
export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
  const inner = tie('block');
  const beside = fc.record({
    kind: fc.constantFrom('edge' as const, 'guard' as const),
    inside: inner,
    by: edge,
    interrupting: fc.boolean(),
    after: leaf,
  });
  return {
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constantFrom('sequence' as const, 'and' as const, 'xor' as const, 'or' as const, 'split' as const),
          blocks: fc.array(inner, { minLength: 2, maxLength: 3 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('race' as const),
          events: fc.array(
            fc.constantFrom('timer' as const, 'message' as const, 'signal' as const, 'receive' as const),
            { minLength: 2, maxLength: 3 },
          ),
          after: leaf,
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('both' as const), parallel: fc.boolean() }) },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constantFrom('first' as const, 'free' as const),
          blocks: fc.array(inner, { minLength: 2, maxLength: 2 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('sub' as const), inside: inner }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('guards' as const), inside: inner, after: leaf }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('repeat' as const), inside: inner, testBefore: fc.boolean() }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('each' as const),
          inside: inner,
          sequential: fc.boolean(),
          early: fc.boolean(),
        }),
      },
      { weight: 3, arbitrary: beside },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('throws' as const),
          result: fc.constantFrom('error' as const, 'escalation' as const, 'terminate' as const),
          inside: fc.boolean(),
          before: leaf,
          beside: inner,
          after: leaf,
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), within: fc.boolean() }) },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('cancel' as const), before: leaf, beside: inner, after: leaf }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('link' as const), before: leaf }) },
    ),
  };
}).block;
