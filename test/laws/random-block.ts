import fc from 'fast-check';

/** A part of a process with one way in and one way out: whatever is nested, it can be brought to its end. */
export type Block =
  | { readonly kind: 'user' | 'service' | 'none' | 'manual' | 'timer' | 'message' | 'call' | 'failing' | 'dated' }
  | {
      readonly kind: 'sequence' | 'parallel' | 'exclusive' | 'inclusive' | 'complex' | 'event' | 'split';
      readonly blocks: readonly Block[];
    }
  | { readonly kind: 'sub'; readonly inside: Block }
  | { readonly kind: 'loop'; readonly inside: Block }
  /** A standard loop of 2 iterations, an ad-hoc sub-process with something beside it. */
  | { readonly kind: 'repeat' | 'free'; readonly inside: Block; readonly ordered: boolean }
  | { readonly kind: 'each'; readonly inside: Block | undefined; readonly sequential: boolean; readonly early: boolean }
  | { readonly kind: 'edge'; readonly inside: Block | undefined; readonly by: EdgeKind; readonly after: Block };

/** By what an activity is left early. */
export type EdgeKind = 'interrupting timer' | 'cycle' | 'interrupting message' | 'message';

const leaf = fc.constantFrom<Block>(
  ...(['user', 'service', 'none', 'manual', 'timer', 'message', 'call', 'failing', 'dated'] as const).map((kind) => ({
    kind,
  })),
);

/** Any structured process of up to some 30 nodes. */
export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('sequence', 'parallel', 'exclusive', 'inclusive', 'complex', 'event', 'split'),
        blocks: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('sub', 'loop'), inside: tie('block') }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constantFrom('repeat', 'free'),
        inside: tie('block'),
        ordered: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('each'),
        inside: fc.option(tie('block'), { nil: undefined }),
        sequential: fc.boolean(),
        early: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('edge'),
        inside: fc.option(tie('block'), { nil: undefined }),
        by: fc.constantFrom<EdgeKind[]>('interrupting timer', 'cycle', 'interrupting message', 'message'),
        after: leaf,
      }),
    },
  ),
})).block;
