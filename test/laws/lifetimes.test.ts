import type { ProcessEvent } from '../../src/engine/index.js';
import { brokenLifetime } from '../../src/testbench/laws/lifetimes.js';
import { caseOf } from '../support/play-events.js';
import { boundaryEvent, endEvent, subProcess, userTask } from '../support/process-builder.js';
import { sketch } from '../support/play-sketch.js';

/** A journal with a signal that is awaited, and a sub-process that is undone from within. */
function journalOfUndoing(): readonly ProcessEvent[] {
  const undoable = sketch(
    [
      boundaryEvent('angre', 'a', { trigger: { kind: 'compensation' }, compensationHandler: 'a-om' }),
      userTask('a-om', { isForCompensation: true }),
    ],
    'start-i > a > slutt-i',
  );
  const player = caseOf(
    sketch(
      [
        subProcess('del', undoable),
        userTask('b'),
        boundaryEvent('vakt', 'b', { trigger: { kind: 'signal', signal: 'stopp' }, interrupting: true }),
        endEvent('slutt-angre', { kind: 'compensation', waits: true }),
      ],
      'start > del > b > slutt-angre',
      'vakt > slutt-angre',
    ),
  );
  player.start();
  for (const id of ['a', 'b', 'a-om']) player.complete(id);
  expect(player.instance.state).toBe('completed');
  return player.journal;
}

describe('the law that nothing is given, moved or ended twice', () => {
  const journal = journalOfUndoing();

  it('holds where a completed sub-process lives again to be undone', () => {
    expect(brokenLifetime(journal)).toBeUndefined();
  });

  it.each([
    'TokenCreated',
    'EventSubscribed',
    'CompensationRecorded',
    'UserTaskCreated',
    'TokenConsumed',
    'ElementEnded',
    'EventUnsubscribed',
    'CompensationForgotten',
    'UserTaskCompleted',
  ] as const)('is broken by a second %s of the same', (type) => {
    const at = journal.findIndex((event) => event.type === type);
    expect(at).toBeGreaterThan(0);

    expect(brokenLifetime(journal.toSpliced(at, 0, ...journal.slice(at, at + 1)))).toBeDefined();
  });

  it('is broken by an element that is activated again after its end without being undone', () => {
    const isOfTask = (event: ProcessEvent): boolean => event.type === 'ElementActivated' && event.element.node === 'b';
    const again = journal.filter(isOfTask);
    expect(again).toHaveLength(1);

    expect(brokenLifetime([...journal, ...again])).toContain('an id was given twice');
  });
});
