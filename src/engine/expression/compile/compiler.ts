import type { Expression } from '../syntax/ast.js';
import type { Code } from './code.js';

/** Compiles what stands inside an expression; handed around so that each form can be in a file of its own. */
export interface Compiler {
  readonly source: string;
  readonly code: (expression: Expression) => Code;
  /** How much of the stack the evaluation of an expression takes. */
  readonly heightOf: (expression: Expression) => number;
}
