import { elementOf, textOf, type ModdleElement } from '../document/moddle-element.js';
import type { BpmnNode } from './bpmn-model.js';
import { nodeRule } from './standard-rule.js';

const definitionsOf = ({ definitions }: BpmnNode, type: string): readonly ModdleElement[] =>
  definitions.filter(({ $type }) => $type === `bpmn:${type}EventDefinition`);

const isThrowing = ({ type }: BpmnNode): boolean => type === 'EndEvent' || type === 'IntermediateThrowEvent';

/** A timer says when in exactly one way: a date, a duration or a cycle (§10.5.5). */
export const timerSaysWhen = nodeRule('invalid-time', {
  broken: (node) =>
    definitionsOf(node, 'Timer').some((timer) => {
      const written = ['timeDate', 'timeDuration', 'timeCycle'].filter((name) => elementOf(timer, name) !== undefined);
      return written.length + (textOf(timer, 'deadline') === undefined ? 0 : 1) !== 1;
    }),
  say: ({ id }) => ({
    message: `Expected timer '${id}' to say when in exactly one way: timeDate, timeDuration or timeCycle`,
    melding: 'Tidshendelsen må ha nøyaktig én tid: en dato, en varighet eller en gjentakelse. Rett den.',
  }),
});

/** A conditional event has a condition (§10.5.5). */
export const conditionalHasCondition = nodeRule('missing-condition', {
  broken: (node) =>
    definitionsOf(node, 'Conditional').some((definition) => elementOf(definition, 'condition') === undefined),
  say: ({ id }) => ({
    message: `Expected conditional event '${id}' to have a condition, but it has none`,
    melding: 'Betingelseshendelsen mangler betingelse. Skriv den i FEEL.',
  }),
});

/** A signal event says which signal (§10.5.5). */
export const signalIsNamed = nodeRule('missing-signal', {
  broken: (node) =>
    definitionsOf(node, 'Signal').some((definition) => elementOf(definition, 'signalRef') === undefined),
  say: ({ id }) => ({
    message: `Expected event '${id}' to refer to a signal, but it does not`,
    melding: 'Velg hvilket signal hendelsen gjelder, og gi signalet et navn.',
  }),
});

/** What throws an error or an escalation says which (§10.5.5). */
export const thrownHasCode = nodeRule('missing-error', {
  broken: (node) =>
    isThrowing(node) &&
    (definitionsOf(node, 'Error').some((definition) => elementOf(definition, 'errorRef') === undefined) ||
      definitionsOf(node, 'Escalation').some((definition) => elementOf(definition, 'escalationRef') === undefined)),
  say: ({ id }) => ({
    message: `Expected event '${id}' to refer to the error or escalation that it throws, but it does not`,
    melding: 'Velg hvilken feil eller eskalering hendelsen gir, og gi den en kode.',
  }),
});
