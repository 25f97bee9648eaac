import { checkExpression } from '../../expression/check-expression.js';
import { warning, type Diagnostic } from '../../xml/diagnostic.js';
import {
  elementOf,
  elementsOf,
  feelBody,
  idOfElement,
  idOfReference,
  type ModdleElement,
} from '../document/moddle-element.js';
import type { Correlations } from './reading.js';

/** A path that finds one property of a key, in a message or among the variables of a process. */
interface PropertyPath {
  readonly property: string;
  readonly path: string;
}

/**
 * The keys of messages (BPMN 2.0.2 §8.4.2, §10.5.1): what a sender reads from what it sends (messagePath) and what a
 * subscriber compares it with (dataPath). Only keys that a process subscribes to are used; paths that are not FEEL are
 * left out with a warning.
 */
export function correlationsOf(root: ModdleElement, report: (found: Diagnostic) => void): Correlations {
  const subscribed = elementsOf(root, 'rootElements').flatMap((process) =>
    elementsOf(process, 'correlationSubscriptions').flatMap((subscription) => keysOf(process, subscription, report)),
  );
  return {
    sent: new Map(subscribed.map(({ message, value }) => [message, value])),
    awaited: new Map(subscribed.map(({ process, message, key }) => [`${process} ${message}`, key])),
  };
}

interface SubscribedKey {
  readonly process: string;
  readonly message: string;
  /** What the process compares. */
  readonly key: string;
  /** What the message is sent with. */
  readonly value: string;
}

function keysOf(
  process: ModdleElement,
  subscription: ModdleElement,
  report: (found: Diagnostic) => void,
): readonly SubscribedKey[] {
  const properties = propertiesOf(subscription);
  const named = properties.map(idOfElement);
  const key = keyOf(named, bindingsOf(subscription, report));
  return [...messagesOf(properties)].flatMap((message) => {
    const value = keyOf(named, retrievalsOf(properties, message, report));
    return key === undefined || value === undefined ? [] : [{ process: idOfElement(process), message, key, value }];
  });
}

function propertiesOf(subscription: ModdleElement): readonly ModdleElement[] {
  const key = elementOf(subscription, 'correlationKeyRef');
  const named = key ? elementsOf(key, 'correlationPropertyRef') : [];
  if (named.length > 0) return named;
  return elementsOf(subscription, 'correlationPropertyBinding')
    .map((binding) => elementOf(binding, 'correlationPropertyRef'))
    .filter((property) => property !== undefined);
}

const messagesOf = (properties: readonly ModdleElement[]): ReadonlySet<string> =>
  new Set(
    properties
      .flatMap((property) => elementsOf(property, 'correlationPropertyRetrievalExpression'))
      .flatMap((retrieval) => idOfReference(retrieval, 'messageRef') ?? []),
  );

const retrievalsOf = (
  properties: readonly ModdleElement[],
  message: string,
  report: (found: Diagnostic) => void,
): readonly PropertyPath[] =>
  properties.flatMap((property) =>
    elementsOf(property, 'correlationPropertyRetrievalExpression')
      .filter((retrieval) => idOfReference(retrieval, 'messageRef') === message)
      .flatMap((retrieval) => pathOf(idOfElement(property), feelBody(retrieval, 'messagePath'), report)),
  );

const bindingsOf = (subscription: ModdleElement, report: (found: Diagnostic) => void): readonly PropertyPath[] =>
  elementsOf(subscription, 'correlationPropertyBinding').flatMap((binding) =>
    pathOf(idOfReference(binding, 'correlationPropertyRef') ?? '', feelBody(binding, 'dataPath'), report),
  );

function pathOf(
  property: string,
  path: string | undefined,
  report: (found: Diagnostic) => void,
): readonly PropertyPath[] {
  if (path === undefined) return [];
  const complaint = checkExpression(path);
  if (complaint === undefined) return [{ property, path }];
  report(
    warning('correlation-path', property === '' ? null : property, {
      message: `Expected a path in FEEL, but got '${path.slice(0, 100)}': the property correlates nothing`,
      melding: 'Stien er ikke FEEL, og brukes ikke til å finne riktig sak. Skriv den som et FEEL-uttrykk.',
    }),
  );
  return [];
}

function keyOf(properties: readonly string[], paths: readonly PropertyPath[]): string | undefined {
  const found = properties.map((property) => paths.find((one) => one.property === property)?.path);
  const known = found.filter((path) => path !== undefined);
  if (known.length === 0 || known.length < found.length) return undefined;
  return known.length === 1 ? known[0] : `string join([${known.map((path) => `string(${path})`).join(', ')}], "|")`;
}
