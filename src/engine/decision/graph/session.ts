import type { Scope } from '../../expression/compile/code.js';
import { isContext, type FeelContext, type FeelFunction, type FeelValue } from '../../expression/values/feel-value.js';
import type { Run } from '../../expression/values/run.js';
import { withEntries, type MatchedRules } from '../logic/logic.js';
import { contextValue, givenFrom } from './given-values.js';
import { functionValue } from '../logic/function.js';
import { coerceTo } from '../types/conform.js';
import type {
  DecisionModel,
  DecisionNode,
  DrgNode,
  KnowledgeNode,
  Requirement,
  ServiceNode,
} from './decision-model.js';

/** What an evaluation tells about itself. */
export interface Listener {
  readonly decided: (decision: DecisionNode, value: FeelValue) => void;
  readonly matched: (match: MatchedRules) => void;
}

/** Values of the graph, each found once: those that are given, and those that follow from them. */
export interface Session {
  readonly model: DecisionModel;
  readonly run: Run;
  readonly listener: Listener;
  /** The value that comes from outside for an element; absent where none does. */
  readonly given: (key: string) => FeelValue | undefined;
  readonly known: Map<string, FeelValue>;
  /** All that the evaluation was given, for decisions that see it; nothing inside a service. */
  readonly context: FeelContext;
  /** Sessions of imported models that are given values of their own, by the name of the import. */
  readonly imported: Map<string, Session>;
}

/** The value of an element of the graph; evaluated when it is first asked for. */
export function valueOf(key: string, session: Session): FeelValue {
  const known = session.known.get(key);
  if (known !== undefined) return known;
  const value = evaluateNode(key, session);
  session.known.set(key, value);
  return value;
}

function evaluateNode(key: string, session: Session): FeelValue {
  const node = session.model.reach.get(key);
  switch (node?.kind) {
    case 'input': {
      const { run } = within(session, node.name);
      return coerceTo(session.given(key) ?? null, node.type, run);
    }
    case 'decision':
      return decide(node, session);
    case 'knowledge':
      return knowledgeFunction(node, session);
    case 'service':
      return serviceFunction(node, session);
    case undefined:
      return null;
  }
}

function decide(node: DecisionNode, outer: Session): FeelValue {
  const session = within(outer, node.name);
  const given = outer.given(node.key);
  // Somebody else decided: a parameter of a service, or a decision without logic.
  if (given !== undefined) return coerceTo(given, node.type, session.run);
  if (node.logic === undefined) return null;
  const value = node.logic(sightOf(node, outer), { run: session.run, matched: outer.listener.matched });
  outer.listener.decided(node, value);
  return value;
}

/** A session whose warnings say which element they come from. */
function within(session: Session, name: string): Session {
  const { run } = session;
  return { ...session, run: { ...run, warn: (message) => run.warn(`${name}: ${message}`) } };
}

function sightOf({ namespace, requires, seesContext }: DecisionNode, session: Session): Scope {
  const required = scopeOf(namespace, requires, session);
  if (!seesContext) return required;
  return withEntries({ get: (name) => contextValue(session.context, name) }, required);
}

/** The names that an element sees: what it requires, evaluated; what is imported, under the name of the import. */
function scopeOf(namespace: string, requires: readonly Requirement[], session: Session): FeelContext {
  const scope = new Map<string, FeelValue>();
  const imported = new Map<string, Map<string, FeelValue>>();
  for (const { key, path } of requires) {
    const [first = '', second] = path;
    const value = valueOf(key, second === undefined ? session : insideImport(first, namespace, session));
    if (second === undefined) {
      scope.set(first, value);
      continue;
    }
    const inner = imported.get(first) ?? new Map<string, FeelValue>();
    inner.set(second, value);
    imported.set(first, inner);
    scope.set(first, inner);
  }
  return scope;
}

/**
 * The session in which what is imported is evaluated: one of its own where values stand under the name of the import, so
 * that a model which is imported twice may be given two values; else the same.
 */
function insideImport(name: string, namespace: string, session: Session): Session {
  const known = session.imported.get(name);
  if (known !== undefined) return known;
  const { model } = session.model.imports.find((one) => one.name === name) ?? {};
  const context = contextValue(session.context, name);
  if (session.model.namespace !== namespace || model === undefined || !isContext(context)) return session;

  const given = givenFrom(model, context);
  const inner: Session = {
    ...session,
    model,
    context,
    given: (key) => given(key) ?? session.given(key),
    known: new Map(),
    imported: new Map(),
  };
  session.imported.set(name, inner);
  return inner;
}

function knowledgeFunction(node: KnowledgeNode, session: Session): FeelFunction {
  const going = { run: session.run, matched: session.listener.matched };
  // Looked up when it is called, so that a function may call itself, and others that call it.
  const scope: Scope = {
    get: (name) => {
      if (name === node.variable) return valueOf(node.key, session);
      const required = node.requires.find(({ path }) => path[0] === name);
      return (
        required &&
        scopeOf(
          node.namespace,
          node.requires.filter(({ path }) => path[0] === name),
          session,
        ).get(name)
      );
    },
  };
  return functionValue(node.function, scope, going);
}

function serviceFunction(node: ServiceNode, session: Session): FeelFunction {
  const parameters = node.parameters.flatMap((key) => session.model.reach.get(key) ?? []);
  return {
    kind: 'function',
    parameters: parameters.map((parameter) => ({ name: seenName(parameter, node, session.model) })),
    invoke: (values, run) => {
      run.enter(1);
      const given = new Map(parameters.map(({ key }, at) => [key, values[at] ?? null] as const));
      const result = serve(node, {
        ...session,
        run,
        given: (key) => given.get(key),
        known: new Map(),
        context: new Map(),
        imported: new Map(),
      });
      run.leave(1);
      return result;
    },
  };
}

// What a service takes from an imported model is a parameter under the name of the import and its own.
function seenName({ namespace, variable }: DrgNode, service: ServiceNode, { imports }: DecisionModel): string {
  const way = imports.find(({ model }) => model.namespace === namespace && namespace !== service.namespace);
  return way === undefined || way.name === '' ? variable : `${way.name}.${variable}`;
}

/** The result of a decision service: that of its output decision, or of several, a context by their names. */
export function serve(node: ServiceNode, session: Session): FeelValue {
  const outputs = node.outputs.flatMap((key) => session.model.reach.get(key) ?? []);
  const values = outputs.map(({ key, name }) => [name, valueOf(key, session)] as const);
  const [only] = values;
  const result = values.length === 1 && only !== undefined ? only[1] : new Map(values);
  return coerceTo(result, node.result, within(session, node.name).run);
}
