import type { Id } from '../../../shared/id.js';
import { evolveBy } from './evolve.js';
import { groupItems, type GroupedItems } from './grouped-items.js';
import { createOwningEditor, type OwningEditor } from './owning-editor.js';
import type { ProcessEvent } from '../facts/process-event.js';
import type { JobInstance } from './job-instance.js';
import type {
  ElementInstance,
  Incident,
  ProcessInstance,
  Subscription,
  TimerInstance,
  Token,
  UserTaskInstance,
} from './process-instance.js';

/** What is alive in an instance by what it belongs to, each group in the order of its map. */
export interface InstanceGroups {
  /** Elements by the scope or multi-instance that they live in. */
  readonly children: GroupedItems<ElementInstance>;
  /** Elements by the token that stands on them. */
  readonly standing: GroupedItems<ElementInstance>;
  /** Tokens by the scope that they move in. */
  readonly tokens: GroupedItems<Token>;
  readonly userTasks: GroupedItems<UserTaskInstance>;
  readonly timers: GroupedItems<TimerInstance>;
  readonly subscriptions: GroupedItems<Subscription>;
  readonly jobs: GroupedItems<JobInstance>;
  readonly incidents: GroupedItems<Incident>;
}

/** A snapshot to which facts are folded as they are decided, and which can go back to where it was. */
export interface GrowingInstance {
  instance(): ProcessInstance | undefined;
  events(): readonly ProcessEvent[];
  add(event: ProcessEvent): void;
  groups(): InstanceGroups;
  /** A place to which `goBack` leads; one of the two ends of every mark must be told. */
  mark(): Mark;
  goBack(mark: Mark): void;
  keep(mark: Mark): void;
}

/** A place in the growth of an instance. */
export interface Mark {
  readonly instance: ProcessInstance | undefined;
  readonly events: number;
  readonly editor: OwningEditor;
  readonly place: number;
}

/** Lets an instance grow; `before` itself is never changed. */
export function growInstance(before: ProcessInstance | undefined): GrowingInstance {
  const events: ProcessEvent[] = [];
  let editor = createOwningEditor();
  let current = before;
  let groups: InstanceGroups | undefined;

  const foldAgain = (): void => {
    editor = createOwningEditor();
    groups = undefined;
    current = before;
    for (const event of events) current = evolveBy(editor, current, event);
  };
  return {
    instance: () => current,
    events: () => events,
    add(event) {
      current = evolveBy(editor, current, event);
      events.push(event);
    },
    groups: () => (groups ??= groupInstance(editor, () => current ?? notStarted())),
    mark: () => ({ instance: current, events: events.length, editor, place: editor.mark() }),
    goBack(mark) {
      events.length = mark.events;
      if (mark.editor !== editor || !editor.rollBack(mark.place)) foldAgain();
      else current = mark.instance;
    },
    keep(mark) {
      mark.editor.keep(mark.place);
    },
  };
}

function groupInstance(editor: OwningEditor, current: () => ProcessInstance): InstanceGroups {
  const owner = (one: { readonly elementInstanceId: Id<'ElementInstance'> }): string => one.elementInstanceId;
  return {
    children: groupItems(
      editor,
      () => current().elements,
      ({ parentId }) => parentId,
    ),
    standing: groupItems(
      editor,
      () => current().elements,
      ({ tokenId }) => tokenId,
    ),
    tokens: groupItems(
      editor,
      () => current().tokens,
      ({ scopeInstanceId }) => scopeInstanceId,
    ),
    userTasks: groupItems(editor, () => current().userTasks, owner),
    timers: groupItems(editor, () => current().timers, owner),
    subscriptions: groupItems(editor, () => current().subscriptions, owner),
    jobs: groupItems(editor, () => current().jobs, owner),
    incidents: groupItems(editor, () => current().incidents, owner),
  };
}

function notStarted(): never {
  throw new Error('Expected a started process instance, but there is none yet');
}
