import { createActor, createMachine } from 'xstate';
import {
  boundaryEvent,
  buildProcess,
  endEvent,
  exclusiveGateway,
  flow,
  inOrder,
  parallelGateway,
  startEvent,
  subProcess,
  userTask,
} from '../../../test/support/process-builder.js';
import { exportStatechart } from './export-statechart.js';

const machineOf = (definition: Parameters<typeof exportStatechart>[0], guards: Record<string, boolean> = {}) => {
  const { chart, flat } = exportStatechart(definition);
  const implemented = Object.fromEntries(Object.entries(guards).map(([name, holds]) => [name, () => holds]));
  return { flat, actor: createActor(createMachine(structuredClone(chart) as object, { guards: implemented })).start() };
};

const twoBranches = buildProcess('horing', {
  nodes: [
    startEvent('start'),
    parallelGateway('del'),
    userTask('naboer'),
    userTask('brukere'),
    userTask('svar'),
    parallelGateway('saml'),
    endEvent('slutt'),
  ],
  flows: [...inOrder('start', 'del', 'naboer', 'svar', 'saml', 'slutt'), ...inOrder('del', 'brukere', 'saml')],
});

describe('a process as a hierarchical statechart', () => {
  it('draws a structured parallel block as a parallel state with a region for each branch', () => {
    const { actor, flat } = machineOf(twoBranches);

    expect(flat).toEqual([]);
    expect(actor.getSnapshot().value).toEqual({ del: { 'del naboer': 'naboer', 'del brukere': 'brukere' } });
    actor.send({ type: 'complete brukere' });
    actor.send({ type: 'complete naboer' });
    expect(actor.getSnapshot().status).toBe('active');
    actor.send({ type: 'complete svar' });
    expect(actor.getSnapshot().status).toBe('done');
  });

  it('draws a sub-process as a compound state that an interrupting boundary event leaves', () => {
    const inside = {
      nodes: [startEvent('inne'), userTask('vurder'), endEvent('ute')],
      flows: inOrder('inne', 'vurder', 'ute'),
    };
    const definition = buildProcess('sak', {
      nodes: [
        startEvent('start'),
        subProcess('behandling', inside),
        boundaryEvent('frist', 'behandling', { trigger: { kind: 'message', message: 'trukket' } }),
        endEvent('slutt'),
      ],
      flows: [...inOrder('start', 'behandling', 'slutt'), flow('frist', 'slutt')],
    });
    const { actor } = machineOf(definition);

    expect(actor.getSnapshot().value).toEqual({ behandling: 'vurder' });
    actor.send({ type: 'message trukket' });
    expect(actor.getSnapshot().value).toBe('slutt');
  });

  it('keeps conditions as guards, the default way last', () => {
    const definition = buildProcess('svarvalg', {
      nodes: [
        startEvent('start'),
        exclusiveGateway('valg', { defaultFlow: 'valg-nei' }),
        userTask('ja'),
        userTask('nei'),
      ],
      flows: [flow('start', 'valg'), flow('valg', 'ja', 'svar = "ja"'), flow('valg', 'nei')],
    });

    expect(machineOf(definition, { 'svar = "ja"': true }).actor.getSnapshot().value).toBe('ja');
    expect(machineOf(definition, { 'svar = "ja"': false }).actor.getSnapshot().value).toBe('nei');
  });

  it('names what no single state can be: a join that no block closes', () => {
    const definition = buildProcess('los', {
      nodes: [startEvent('start'), userTask('a'), userTask('b'), parallelGateway('saml'), endEvent('slutt')],
      flows: [...inOrder('start', 'a', 'saml', 'slutt'), ...inOrder('start', 'b', 'saml')],
    });

    expect(exportStatechart(definition).flat).toEqual(['saml']);
  });
});
