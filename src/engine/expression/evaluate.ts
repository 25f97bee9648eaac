import type { Json, JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import { readChecked } from './check-expression.js';
import { compiledFeel, type CompiledFeel } from './compile-feel.js';
import { compileExpression } from './compile/compile.js';
import { plainJson } from './plain-json.js';
import { pathNames, readPath } from './read-path.js';
import { loopDepth } from './syntax-rules.js';
import { describeMismatch, readDeclared, type DeclaredTypes } from './values/declared-type.js';
import { usualLimits, type RunLimits } from './values/run.js';
import { variablesScope } from './variables-scope.js';

/** The value of an expression, or one English sentence that says why it has none. */
export type Evaluation = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly message: string };

type CompiledExpression =
  | { readonly complaint: string }
  | { readonly feel: CompiledFeel; readonly longestList: number; readonly path: readonly string[] | undefined };

/** What an evaluation is given beside the variables. */
interface Beside {
  readonly types?: DeclaredTypes | undefined;
  readonly at?: Instant | undefined;
}

const mostCompiled = 5_000;
const compiled = new Map<string, CompiledExpression>();

/**
 * Evaluates FEEL (DMN 1.5 §10) on plain JSON and gives plain JSON: dates, times and durations as ISO 8601 texts. Never
 * throws, asks no clock (`at` is the time that `now()` and `today()` give), changes nothing. A variable or key that is missing
 * is null; an operation on the wrong type (`null + 1`, `date("x")`) has no value but a message. Names with a type in `types`
 * are read as that: an ISO 8601 text as its date; one that is not of its type has no value either.
 */
export function evaluate(source: string, variables: JsonObject, { types, at }: Beside = {}): Evaluation {
  const expression = compile(source);
  if ('complaint' in expression) return failure(expression.complaint);

  const { path } = expression;
  if (path !== undefined && types?.get(path[0] ?? '') === undefined) {
    const read = readPath(path, variables);
    if (read !== undefined) return { ok: true, value: read };
  } else if (path?.length === 1) return readVariable(path[0] ?? '', variables, types);

  const scope = variablesScope(variables, types);
  const { value, details, limit } = expression.feel.evaluate(scope, at === undefined ? {} : { limits: limitsAt(at) });
  if (scope.longestList() > expression.longestList) {
    return failure(
      `Expected lists of at most ${expression.longestList} items in '${source}', but got ${scope.longestList()}`,
    );
  }
  const mismatch = scope.mismatch();
  if (mismatch !== undefined) return failure(mismatch);
  if (limit !== undefined) return failure(`Expected '${source}' to have a value, but: ${limit}`);
  const mistake = details.find(({ kind }) => kind === 'mistake');
  if (mistake) return failure(`Expected '${source}' to have a value, but: ${mistake.message}`);

  const json = plainJson(value);
  return json === undefined
    ? failure(`Expected '${source}' to give data, but it gives a function, a range or too much`)
    : { ok: true, value: json };
}

/**
 * The value of one variable as it is stored, null where it is not there; where it has a declared type, as an item or a list
 * if that is what the type wants (DMN 1.5 §10.3.2.9.4), and no value where it is not of the type.
 */
export function readVariable(name: string, variables: JsonObject, types?: DeclaredTypes): Evaluation {
  const json = Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
  const type = types?.get(name);
  if (type === undefined) return { ok: true, value: json };

  const read = readDeclared(json, type);
  if (read === undefined) return failure(describeMismatch(name, type, json));
  // A copy is a copy: what is already of the shape keeps every character of its text.
  return { ok: true, value: json === null || Array.isArray(json) === type.isList ? json : (plainJson(read) ?? null) };
}

/** The usual limits, with an instant as the time of the evaluation. */
export const limitsAt = (at: Instant): RunLimits => ({ ...usualLimits, now: BigInt(Date.parse(at)) * 1_000_000n });

function compile(source: string): CompiledExpression {
  const known = compiled.get(source);
  if (known) return known;

  const expression = compileAnew(source);
  // The cache only saves time: forgetting it changes no answer.
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(source, expression);
  return expression;
}

function compileAnew(source: string): CompiledExpression {
  const checked = readChecked(source);
  if (!checked.ok) return { complaint: checked.complaint };
  const loops = loopDepth(checked.root);
  return {
    feel: compiledFeel(compileExpression(checked.root, source)),
    longestList: loops === 0 ? Infinity : loops === 1 ? 20_000 : 300,
    path: pathNames(source),
  };
}

const failure = (message: string): Evaluation => ({ ok: false, message });
