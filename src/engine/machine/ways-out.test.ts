import type { JsonObject } from '../../shared/json.js';
import { buildProcess, exclusiveGateway, flow, noneTask, startEvent } from '../../../test/support/process-builder.js';
import { compileProcess } from './compile-process.js';
import { waysOut } from './ways-out.js';

const definition = buildProcess('valg', {
  nodes: [startEvent('start.1'), exclusiveGateway('valg'), noneTask('a.b'), noneTask('c')],
  flows: [flow('start.1', 'valg'), flow('valg', 'a.b', 'x = 1'), flow('valg', 'c', 'y + 1 = 2')],
});

const gateway = definition.nodes.get('valg');
const out = (variables: JsonObject) => {
  if (gateway === undefined) throw new Error('Expected a gateway');
  return waysOut(compileProcess(definition), gateway, { variables });
};

describe('a compiled process', () => {
  it('is compiled once', () => {
    expect(compileProcess(definition)).toBe(compileProcess(definition));
  });

  it('has one flat machine per scope with a state for each node, and leads on though ids hold dots', () => {
    const scope = compileProcess(definition).scopes.get('valg');

    expect(Object.keys(scope?.machine.states ?? {})).toEqual(['start 1', 'valg', 'a b', 'c']);
    expect(out({ x: 1 })).toMatchObject({ ok: true, flows: [{ id: 'valg-a.b' }] });
  });

  it('asks a condition only when those before it do not hold', () => {
    expect(out({ x: 1, y: 'ingen' }).ok).toBe(true);
    expect(out({ x: 2 })).toMatchObject({ ok: false, code: 'EXPRESSION' });
    expect(out({ x: 2, y: 2 })).toMatchObject({ ok: false, code: 'NO_FLOW' });
  });

  it('gives no way out of a node without outgoing flows', () => {
    const end = definition.nodes.get('c');

    expect(end && waysOut(compileProcess(definition), end, { variables: {} })).toEqual({ ok: true, flows: [] });
  });

  it('does not know the nodes of another process', () => {
    const other = buildProcess('annen', { nodes: [noneTask('x'), noneTask('y')], flows: [flow('x', 'y')] });
    const stranger = other.nodes.get('x');

    expect(() => stranger && waysOut(compileProcess(definition), stranger, { variables: {} })).toThrow(
      "Expected node 'x' to be compiled",
    );
  });
});
