import type { ProcessInstance } from '../../engine/index.js';
import { idOf } from '../../shared/id.js';
import { attentionStand, longestWait } from './attention-stand.js';

const at = '2027-01-04T09:00:00.000Z';
const process = { attention: 'P7D', hints: { klagefrist: { attention: 'P4W' }, flytting: { attention: 'P1M' } } };

type Open = Pick<ProcessInstance, 'elements' | 'incidents'>;

/** What is said where these elements are open, each with the one around it. */
function standing(
  open: readonly (readonly [node: string, around?: string])[],
  incidents: Open['incidents'] = new Map(),
) {
  const elements: Open['elements'] = new Map(
    open.map(([node, around]) => {
      const id = idOf<'ElementInstance'>(`e-${node}`);
      const parent = around === undefined ? {} : { parentId: idOf<'ElementInstance'>(`e-${around}`) };
      return [id, { id, node, phase: 'activated', variables: {}, ...parent }];
    }),
  );
  return attentionStand({ elements, incidents }, process, at);
}

const root = ['sak'] as const;

describe('a process whose cases are looked at every 7 days may leave a case alone', () => {
  it('for 4 weeks where an appeal period is all that is open, also inside a sub-process', () => {
    const alone = { every: 'P4W', waits: 'e-klagefrist' };

    expect(standing([root, ['klagefrist', 'sak']])).toEqual(alone);
    expect(standing([root, ['del', 'sak'], ['klagefrist', 'del']])).toEqual(alone);
  });

  it('for the shortest of two waits: 4 weeks and a month', () => {
    expect(standing([root, ['flytting', 'sak'], ['klagefrist', 'sak']]).every).toBe('P4W');
  });

  it('for 7 days where there is a task beside the wait', () => {
    expect(standing([root, ['klagefrist', 'sak'], ['vurder', 'sak']]).every).toBe('P7D');
  });

  it('for 7 days where something is stuck', () => {
    const id = idOf<'Incident'>('i-1');
    const where = { elementInstanceId: idOf<'ElementInstance'>('e-klagefrist'), node: 'klagefrist' };
    const stuck = { id, ...where, code: 'EXPRESSION', message: 'Expected a date' } as const;

    expect(standing([root, ['klagefrist', 'sak']], new Map([[id, stuck]]))).toEqual({ every: 'P7D', waits: '' });
  });

  it('never for longer than a week and its longest wait: a month', () => {
    expect(longestWait(process, at)).toBe('P1M');
    expect(longestWait({ ...process, hints: {} }, at)).toBeUndefined();
  });
});
