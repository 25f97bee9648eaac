import { CasePlayer } from '../../../test/support/case-player.js';
import {
  buildProcess,
  endEvent,
  inOrder,
  parallelGateway,
  startEvent,
  userTask,
} from '../../../test/support/process-builder.js';
import { inspectionSteps } from './inspection-steps.js';

it('gives an inspector one actor for the case and one for every token, and nothing of what people wrote', () => {
  const play = new CasePlayer(
    buildProcess('horing', {
      nodes: [
        startEvent('start'),
        parallelGateway('del'),
        userTask('naboer'),
        userTask('brukere'),
        parallelGateway('saml'),
        endEvent('slutt'),
      ],
      flows: [...inOrder('start', 'del', 'naboer', 'saml', 'slutt'), ...inOrder('del', 'brukere', 'saml')],
    }),
  );
  play.start({ hemmelig: 'diagnose' });
  play.complete('naboer', { uttalelse: 'fortrolig' });
  play.complete('brukere');

  const steps = inspectionSteps(play.journal);

  const actors = steps.filter((step) => step.kind === 'actor');
  expect(actors.map(({ parent, state }) => [parent, state])).toEqual([
    [undefined, 'active'],
    ['sak', 'start'],
    ['sak', 'brukere'],
  ]);
  const last = new Map(steps.filter((step) => step.kind === 'state').map(({ actor, status }) => [actor, status]));
  expect([...last.values()]).toEqual(actors.map(() => 'done'));
  expect(steps).toContainEqual({ kind: 'event', actor: actors[1]?.actor, event: 'UserTaskCompleted naboer' });
  expect(JSON.stringify(steps)).not.toMatch(/hemmelig|diagnose|fortrolig/);
});
