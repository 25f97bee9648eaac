/** Whether a code point belongs to a set. */
export type CharacterSet = (point: string) => boolean;

/** A regular expression of XPath as it is written (XQuery and XPath Functions and Operators 3.1 §5.6.1). */
export type PatternNode =
  | { readonly node: 'set'; readonly has: CharacterSet }
  | { readonly node: 'sequence' | 'choice'; readonly parts: readonly PatternNode[] }
  | {
      readonly node: 'repeat';
      readonly part: PatternNode;
      readonly min: number;
      readonly max: number;
      readonly isLazy: boolean;
    }
  | { readonly node: 'group'; readonly part: PatternNode; readonly index: number }
  | { readonly node: 'reference'; readonly index: number }
  | { readonly node: 'start' | 'end' };

/** The flags of a pattern: `s`, `m`, `i`, `x` and `q`. */
export interface PatternFlags {
  readonly dotIsAll: boolean;
  readonly isMultiline: boolean;
  readonly ignoresCase: boolean;
  readonly ignoresBlanks: boolean;
  readonly isLiteral: boolean;
}

/** Reads flags; `undefined` when there are others among them. */
export function readFlags(flags: string): PatternFlags | undefined {
  if (/[^smixq]/.test(flags)) return undefined;
  return {
    dotIsAll: flags.includes('s'),
    isMultiline: flags.includes('m'),
    ignoresCase: flags.includes('i'),
    ignoresBlanks: flags.includes('x'),
    isLiteral: flags.includes('q'),
  };
}
