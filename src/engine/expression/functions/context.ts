import { isContext, isList, type FeelContext, type FeelList, type FeelValue } from '../values/feel-value.js';
import type { Run } from '../values/run.js';
import { builtIn, contextAt, listAt, overload, overloaded, textAt, valueAt, type BuiltIn } from './signature.js';

function fromEntries(entries: FeelList, run: Run): FeelValue {
  const context = new Map<string, FeelValue>();
  for (const entry of entries) {
    const key = isContext(entry) ? entry.get('key') : undefined;
    const value = isContext(entry) ? entry.get('value') : undefined;
    if (typeof key !== 'string' || value === undefined) {
      return run.warn('Expected entries with a key and a value in context(), but got another');
    }
    if (context.has(key)) return run.warn('Expected each key once in context(), but one comes twice');
    context.set(key, value);
  }
  return context;
}

function merge(contexts: FeelList, run: Run): FeelValue {
  if (!contexts.every(isContext)) return run.warn('Expected contexts in context merge(), but got another value');
  run.use(contexts.reduce((sum, { size }) => sum + size, 0));
  return new Map(contexts.flatMap((context) => [...context]));
}

const mergeAll = (contexts: FeelList, run: Run): FeelValue =>
  contexts.length === 0 ? run.warn('Expected contexts in context merge(), but got nothing') : merge(contexts, run);

function put(context: FeelContext, key: string, value: FeelValue): FeelContext {
  return new Map(context).set(key, value);
}

function putDeep(values: readonly FeelValue[], run: Run): FeelValue {
  const [key, ...deeper] = listAt(values, 1);
  const context = contextAt(values, 0);
  if (typeof key !== 'string') return run.warn('Expected names of entries in context put(), but got another value');
  if (deeper.length === 0) return put(context, key, valueAt(values, 2));
  const inner = context.get(key) ?? null;
  if (!isContext(inner))
    return run.warn('Expected a context at each name in context put(), but there is another value');
  const changed = putDeep([inner, deeper, valueAt(values, 2)], run);
  return changed === null ? null : put(context, key, changed);
}

const entryOf = ([key, value]: readonly [string, FeelValue]): FeelContext =>
  new Map<string, FeelValue>([
    ['key', key],
    ['value', value],
  ]);

/** Functions of contexts (DMN 1.5 §10.3.4.10). */
export const contextFunctions: readonly BuiltIn[] = [
  overloaded(
    'get value',
    overload(
      'm: context, key: string',
      (values, run) => contextAt(values, 0).get(textAt(values, 1)) ?? run.miss(textAt(values, 1)),
    ),
    overload('context: context, key: string', (values) => contextAt(values, 0).get(textAt(values, 1)) ?? null),
    overload('context: context, keys: list', (values) => deepValue(contextAt(values, 0), listAt(values, 1))),
  ),
  overloaded(
    'get entries',
    overload('m: context', (values) => [...contextAt(values, 0)].map(entryOf)),
    overload('context: context', (values) => [...contextAt(values, 0)].map(entryOf)),
  ),
  builtIn('context', 'entries: list', (values, run) => fromEntries(listAt(values, 0), run)),
  overloaded(
    'context put',
    overload('context: context, key: string, value: any', (values, run) => {
      run.use(contextAt(values, 0).size);
      return put(contextAt(values, 0), textAt(values, 1), valueAt(values, 2));
    }),
    overload('context: context, keys: list, value: any', putDeep),
  ),
  overloaded(
    'context merge',
    overload('contexts: list', (values, run) => merge(listAt(values, 0), run)),
    overload('...contexts: any', (values, run) => mergeAll(listAt(values, 0), run)),
  ),
];

function deepValue(value: FeelValue, keys: FeelList): FeelValue {
  let found: FeelValue = value;
  for (const key of keys) {
    found = isContext(found) && typeof key === 'string' ? (found.get(key) ?? null) : null;
  }
  return isList(keys) ? found : null;
}
