import type { Json } from '../../../shared/json.js';
import type { MapEditor } from './map-editor.js';
import type { ProcessEvent } from '../facts/process-event.js';
import type { MultiInstanceProgress } from './element-progress.js';
import type { ElementInstance, ProcessInstance } from './process-instance.js';

/** Facts about the lives of element instances and their variables. */
export type ElementEvent = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'NodeEntered'
      | 'NodeCompleted'
      | 'ElementActivated'
      | 'ElementPhaseChanged'
      | 'ElementEnded'
      | 'MultiInstanceProgressed'
      | 'MultiInstanceExtended'
      | 'AdHocElementsChosen'
      | 'VariablesSet'
      | 'CalledProcessRequested'
      | 'CalledProcessCancelled'
      | 'EscalatedToCaller'
      | 'ElementProgressed'
      | 'EventThrown'
      | 'EventCaught';
  }
>;

/** Folds a fact about an element instance. */
export function evolveElements(edit: MapEditor, instance: ProcessInstance, event: ElementEvent): ProcessInstance {
  switch (event.type) {
    case 'NodeEntered':
    case 'NodeCompleted':
    case 'CalledProcessCancelled':
    case 'EscalatedToCaller':
    case 'EventThrown':
    case 'EventCaught':
    case 'AdHocElementsChosen':
      // Said for traces and read models; the token and the element say the same to the engine.
      return instance;
    case 'ElementActivated':
      return { ...instance, elements: edit.withEntry(instance.elements, event.element.id, event.element) };
    case 'ElementEnded':
      return { ...instance, elements: edit.withoutEntry(instance.elements, event.elementInstanceId) };
    case 'ElementPhaseChanged':
    case 'MultiInstanceProgressed':
    case 'MultiInstanceExtended':
    case 'VariablesSet':
    case 'ElementProgressed':
    case 'CalledProcessRequested': {
      const change = (element: ElementInstance): ElementInstance => changed(edit, element, event);
      return { ...instance, elements: edit.withChanged(instance.elements, event.elementInstanceId, change) };
    }
  }
}

type ChangeEvent = Extract<
  ElementEvent,
  {
    readonly type:
      | 'ElementPhaseChanged'
      | 'ElementProgressed'
      | 'MultiInstanceProgressed'
      | 'MultiInstanceExtended'
      | 'VariablesSet'
      | 'CalledProcessRequested';
  }
>;

function changed(edit: MapEditor, element: ElementInstance, event: ChangeEvent): ElementInstance {
  switch (event.type) {
    case 'ElementPhaseChanged':
      return { ...element, phase: event.phase };
    case 'ElementProgressed':
      return { ...element, progress: { ...element.progress, ...event.progress } };
    case 'VariablesSet':
      return { ...element, variables: { ...element.variables, ...event.variables } };
    case 'CalledProcessRequested':
      return { ...element, calledInstanceId: event.calledInstanceId };
    case 'MultiInstanceExtended':
      return element.multiInstance === undefined
        ? element
        : { ...element, multiInstance: extended(element.multiInstance, event.item) };
    case 'MultiInstanceProgressed':
      return element.multiInstance === undefined
        ? element
        : { ...element, multiInstance: progressed(edit, element.multiInstance, event) };
  }
}

type ProgressEvent = Extract<ElementEvent, { readonly type: 'MultiInstanceProgressed' }>;

function progressed(edit: MapEditor, progress: MultiInstanceProgress, event: ProgressEvent): MultiInstanceProgress {
  if (event.step === 'started') {
    const waiting = progress.waiting === undefined ? {} : { waiting: edit.withoutFirst(progress.waiting) };
    return { ...progress, started: progress.started + 1, ...waiting };
  }
  if (event.step === 'terminated') return { ...progress, terminated: (progress.terminated ?? 0) + 1 };
  const results = edit.withItem(progress.results, event.loopIndex, event.result ?? null);
  const enough = event.enough === true ? { enough: true } : {};
  return { ...progress, completed: progress.completed + 1, results, ...enough };
}

// Bodies that are only counted get no item; those that stand before a new one that has an item are about nothing.
function extended({ waiting, ...progress }: MultiInstanceProgress, item: Json): MultiInstanceProgress {
  const { items, started, results } = progress;
  const before = waiting ?? Array.from({ length: items - started }, () => null);
  const listed = waiting === undefined && item === null ? {} : { waiting: [...before, item] };
  return { ...progress, items: items + 1, results: [...results, null], ...listed };
}
