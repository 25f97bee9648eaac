/** A mistake that somebody could make in the engine, as a change of one text in one file. */
export interface SeededBug {
  readonly name: string;
  /** What goes wrong for people. */
  readonly harm: string;
  /** Below src/engine. */
  readonly file: string;
  /** The text as it stands there, once. */
  readonly find: string;
  readonly replace: string;
}
