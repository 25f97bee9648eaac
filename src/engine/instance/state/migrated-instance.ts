import type { MapEditor } from './map-editor.js';
import type { ElementProgress } from './element-progress.js';
import type { ElementInstance, Incident, ProcessInstance, Token } from './process-instance.js';

type Names = Readonly<Record<string, string>>;

/** The instance with everything alive in it on the nodes and flows as they are called now. */
export function migrated(edit: MapEditor, instance: ProcessInstance, names: Names): ProcessInstance {
  if (Object.keys(names).length === 0) return instance;
  const name = (id: string): string => (Object.hasOwn(names, id) ? (names[id] ?? id) : id);
  const moved = <Item extends { readonly node: string }>(item: Item): Item => ({ ...item, node: name(item.node) });
  const all = <Key, Item>(map: ReadonlyMap<Key, Item>, change: (item: Item) => Item): ReadonlyMap<Key, Item> =>
    [...map.keys()].reduce((changed, key) => edit.withChanged(changed, key, change), map);
  const movedToken = (token: Token): Token =>
    token.via === undefined ? moved(token) : { ...moved(token), via: name(token.via) };
  return {
    ...instance,
    tokens: all(instance.tokens, movedToken),
    elements: all(instance.elements, (element) => movedElement(moved(element), name)),
    userTasks: all(instance.userTasks, moved),
    timers: all(instance.timers, moved),
    subscriptions: all(instance.subscriptions, moved),
    jobs: all(instance.jobs, moved),
    incidents: all(instance.incidents, (incident) => movedIncident(moved(incident), name)),
    compensations: all(instance.compensations, moved),
  };
}

function movedIncident(incident: Incident, name: (id: string) => string): Incident {
  const { pending } = incident;
  if (pending === undefined) return incident;
  return { ...incident, pending: pending.map((step) => ('node' in step ? { ...step, node: name(step.node) } : step)) };
}

function movedElement(element: ElementInstance, name: (id: string) => string): ElementInstance {
  return element.progress === undefined ? element : { ...element, progress: movedProgress(element.progress, name) };
}

function movedProgress(progress: ElementProgress, name: (id: string) => string): ElementProgress {
  const { adHoc, occurred, brought, resetting, awaited } = progress;
  const keyed = <Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => Value) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [name(id), change(value)]));
  return {
    ...progress,
    ...(adHoc === undefined ? {} : { adHoc: { ...adHoc, waiting: adHoc.waiting.map(name) } }),
    ...(occurred === undefined ? {} : { occurred: keyed(occurred, (parts) => parts) }),
    ...(brought === undefined ? {} : { brought: keyed(brought, (variables) => variables) }),
    ...(resetting === undefined ? {} : { resetting: keyed(resetting, (flows) => flows.map(name)) }),
    ...(awaited === undefined ? {} : { awaited: awaited.map(name) }),
  };
}
