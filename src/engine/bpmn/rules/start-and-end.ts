import type { FlowNode } from '../../definition/flow-node.js';
import { error, warning, type Diagnostic } from '../diagnostic.js';
import type { ProcessRule } from './rule.js';

/** A start event has no incoming flow (BPMN 2.0.2 §10.5.2). */
export const startWithoutIncoming: ProcessRule = ({ nodes }) =>
  [...nodes.values()]
    .filter((node) => node.kind === 'startEvent' && node.incoming.length > 0)
    .map(({ id }) =>
      error('start-event-incoming', id, {
        message: `Expected start event '${id}' to have no incoming flow, but it has`,
        melding: 'En starthendelse kan ikke ha en flyt inn. Før flyten til det som kommer etter starten.',
      }),
    );

/** An end event has no outgoing flow (BPMN 2.0.2 §10.5.3). */
export const endWithoutOutgoing: ProcessRule = ({ nodes }) =>
  [...nodes.values()]
    .filter((node) => node.kind === 'endEvent' && node.outgoing.length > 0)
    .map(({ id }) =>
      error('end-event-outgoing', id, {
        message: `Expected end event '${id}' to have no outgoing flow, but it has`,
        melding: 'En slutthendelse kan ikke ha en flyt ut. Ta den bort, eller bruk en mellomhendelse.',
      }),
    );

/** Every scope begins somewhere, and only in one place without a trigger; a sub-process only there (§10.3.5). */
export const oneStart: ProcessRule = ({ key, scopes, nodes }) =>
  [...scopes.values()].flatMap((scope): readonly Diagnostic[] => {
    const starts = scope.startEvents.map((id) => nodes.get(id)).filter((node) => node?.kind === 'startEvent');
    const none = starts.filter((start) => start.trigger.kind === 'none');
    if (starts.length === 0) return [noStart(scope.id)];
    if (none.length > 1) return [severalStarts(scope.id)];
    return scope.id !== key && none.length !== starts.length ? [triggeredStart(scope.id)] : [];
  });

const noStart = (scope: string): Diagnostic =>
  error('no-start-event', scope, {
    message: `Expected a start event in '${scope}', but there is none`,
    melding: 'Prosessen eller delprosessen har ingen starthendelse. Tegn en.',
  });

const severalStarts = (scope: string): Diagnostic =>
  error('several-start-events', scope, {
    message: `Expected one start event without a trigger in '${scope}', but there are several`,
    melding: 'Det er flere starthendelser uten tid eller melding. Behold én av dem.',
  });

const triggeredStart = (scope: string): Diagnostic =>
  error('sub-process-start', scope, {
    message: `Expected sub-process '${scope}' to start without a trigger, but it waits for a timer or a message`,
    melding: 'En delprosess starter når saken kommer dit. Bruk en vanlig starthendelse, og vent inne i delprosessen.',
  });

/** A way that just stops is allowed (§13.2.4: an implicit end), but rarely meant. */
export const endsAtEndEvent: ProcessRule = ({ nodes }) =>
  [...nodes.values()].filter(stopsSilently).map(({ id }) =>
    warning('implicit-end', id, {
      message: `Expected a way on from '${id}', but there is none: the token ends here`,
      melding: 'Her stopper flyten uten slutthendelse. Tegn en slutthendelse, så alle ser at det er meningen.',
    }),
  );

const stopsSilently = (node: FlowNode): boolean => node.kind !== 'endEvent' && node.outgoing.length === 0;
