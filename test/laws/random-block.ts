import fc from 'fast-check';
import type { EventTrigger } from '../../src/engine/index.js';
import { eventLeaves, guards, type EventLeaf } from './event-blocks.js';

/** A part of a process with one way in and one way out: whatever is nested, it can be brought to its end. */
export type Block =
  | { readonly kind: 'user' | 'service' | 'none' | 'manual' | 'timer' | 'message' | 'call' | 'failing' | 'dated' }
  | {
      readonly kind: 'sequence' | 'parallel' | 'exclusive' | 'inclusive' | 'complex' | 'event' | 'split';
      readonly blocks: readonly Block[];
    }
  | { readonly kind: EventLeaf }
  | {
      readonly kind: 'guarded';
      readonly inside: Block;
      readonly guard: (typeof guards)[number];
      readonly handler: Block;
      readonly interrupting: boolean;
    }
  | { readonly kind: 'ending'; readonly inside: Block; readonly by: 'error' | 'terminate' }
  | { readonly kind: 'sub'; readonly inside: Block }
  | { readonly kind: 'loop'; readonly inside: Block }
  /** A sub-process with something in it that can be undone, and then a throw of compensation. */
  | { readonly kind: 'undo'; readonly inside: Block }
  /** A standard loop of 2 iterations, an ad-hoc sub-process with something beside it. */
  | { readonly kind: 'repeat' | 'free'; readonly inside: Block; readonly ordered: boolean }
  | { readonly kind: 'each'; readonly inside: Block | undefined; readonly sequential: boolean; readonly early: boolean }
  | { readonly kind: 'edge'; readonly inside: Block | undefined; readonly by: EdgeKind; readonly after: Block };

/** By what an activity is left early, or beside which something begins. */
export const edgeTriggers = {
  'interrupting timer': { kind: 'timer', schedule: { kind: 'duration', expression: '"P2D"' } },
  cycle: { kind: 'timer', schedule: { kind: 'cycle', expression: '"R/P7D"' } },
  'interrupting message': { kind: 'message', message: 'kant' },
  message: { kind: 'message', message: 'kant' },
  'interrupting signal': { kind: 'signal', signal: 'alarm' },
  signal: { kind: 'signal', signal: 'kant' },
  'interrupting condition': { kind: 'conditional', condition: 'x = 2' },
  condition: { kind: 'conditional', condition: 'y = 1' },
  'interrupting error': { kind: 'error', code: 'F' },
  escalation: { kind: 'escalation', code: 'E' },
} as const satisfies Record<string, EventTrigger>;
type EdgeKind = keyof typeof edgeTriggers;
const edgeKinds = Object.keys(edgeTriggers).filter((kind): kind is EdgeKind => kind in edgeTriggers);

const leaf = fc.constantFrom<Block>(
  ...(
    ['user', 'service', 'none', 'manual', 'timer', 'message', 'call', 'failing', 'dated', ...eventLeaves] as const
  ).map((kind) => ({
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
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('sub', 'loop', 'undo'), inside: tie('block') }) },
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
        kind: fc.constant('guarded'),
        inside: tie('block'),
        guard: fc.constantFrom(...guards),
        handler: leaf,
        interrupting: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('ending'),
        inside: tie('block'),
        by: fc.constantFrom<('error' | 'terminate')[]>('error', 'terminate'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('edge'),
        inside: fc.option(tie('block'), { nil: undefined }),
        by: fc.constantFrom<EdgeKind>(...edgeKinds),
        after: leaf,
      }),
    },
  ),
})).block;
