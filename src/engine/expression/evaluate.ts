import { evaluate as evaluateFeel } from 'feelin';
import type { Json, JsonObject } from '../../shared/json.js';
import { checkExpression } from './check-expression.js';
import { parseFeel } from './parse-feel.js';
import { plainJson } from './plain-json.js';
import { pathNames, readPath } from './read-path.js';
import { loopDepth } from './syntax-rules.js';
import { variablesInSight } from './variables-in-sight.js';

/** The value of an expression, or one English sentence that says why it has none. */
export type Evaluation = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly message: string };

interface CompiledExpression {
  readonly complaint?: string;
  readonly path?: readonly string[];
  readonly longestList: number;
}

// What is missing is null and may be asked about; what has the wrong type is a mistake that somebody must see.
const harmlessWarnings: ReadonlySet<string> = new Set([
  'NO_VARIABLE_FOUND',
  'NO_PROPERTY_FOUND',
  'NO_CONTEXT_ENTRY_FOUND',
]);

const mostCompiled = 5_000;
const compiled = new Map<string, CompiledExpression>();

/**
 * Evaluates FEEL (DMN 1.5 §10) on plain JSON and gives plain JSON: dates, times and durations as ISO 8601 texts. Never
 * throws, asks no clock, changes nothing. A variable or key that is missing is null; an operation on the wrong type
 * (`null + 1`, `date("x")`) has no value but a message.
 */
export function evaluate(source: string, variables: JsonObject): Evaluation {
  const expression = compile(source);
  if (expression.complaint !== undefined) return failure(expression.complaint);

  const read = expression.path && readPath(expression.path, variables);
  if (read !== undefined) return { ok: true, value: read };

  const sight = variablesInSight(source, variables);
  if (sight.longestList > expression.longestList) {
    return failure(
      `Expected lists of at most ${expression.longestList} items in '${source}', but got ${sight.longestList}`,
    );
  }
  return evaluateSafely(source, sight.variables);
}

function evaluateSafely(source: string, variables: JsonObject): Evaluation {
  try {
    const { value, warnings } = evaluateFeel(source, { ...variables });
    const mistake = warnings.find((warning) => !harmlessWarnings.has(warning.type));
    if (mistake) return failure(`Expected '${source}' to have a value, but: ${describeMistake(mistake.details)}`);

    const json = plainJson(value);
    return json === undefined
      ? failure(`Expected '${source}' to give data, but it gives a function, a range or too much`)
      : { ok: true, value: json };
  } catch (error) {
    return failure(
      `Expected '${source}' to have a value, but: ${error instanceof Error ? error.message : 'it failed'}`,
    );
  }
}

// Says what kind of value was in the way, never the value: messages are read by people who may not know the case.
function describeMistake(details: { readonly template: string; readonly values: Record<string, unknown> }): string {
  return details.template.replace(/\{(\w+)\}/g, (_, name: string) => kindOf(details.values[name]));
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a context, date or duration' : `a ${typeof value}`;
}

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
  const complaint = checkExpression(source);
  if (complaint !== undefined) return { complaint, longestList: 0 };

  const path = pathNames(source);
  if (path) return { path, longestList: Infinity };

  const parsed = parseFeel(source);
  const loops = parsed.ok ? loopDepth(parsed.root) : 0;
  return { longestList: loops === 0 ? Infinity : loops === 1 ? 20_000 : 300 };
}

const failure = (message: string): Evaluation => ({ ok: false, message });
