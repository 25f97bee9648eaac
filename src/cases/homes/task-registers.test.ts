import { CasePlayer } from '../../../test/support/case-player.js';
import { buildProcess, inOrder, startEvent, userTask } from '../../../test/support/process-builder.js';
import { smallHouse, smallHouses, tun } from '../../../test/support/register-records.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import { idOf } from '../../shared/id.js';
import { readHomeRequirements } from './home-requirements.js';
import { TaskRegisters } from './task-registers.js';

const rules = await readHomeRequirements('workflows/boligkrav.json');
const home: HomeRecord = { ...smallHouse, id: idOf('hus-1'), revision: 1, vacantSince: '2026-11-01' };
const records = {
  homes: new Map([[home.id, home]]),
  buildings: new Map([[tun, { ...smallHouses, id: tun, revision: 1, recentReports: 0 }]]),
  claims: new Map(),
};
const caller = {
  processInstanceId: idOf<'ProcessInstance'>('kaller'),
  elementInstanceId: idOf<'ElementInstance'>('kaller-4'),
};

/** The case that keeps the home which is chosen in a case of this process, called by another. */
async function keeperOf(key: string, family: string): Promise<unknown> {
  const sketch = {
    nodes: [startEvent('start'), userTask('velg-boliger', { hint: { register: 'tilbud' } })],
    flows: inOrder('start', 'velg-boliger'),
  };
  const definition = buildProcess(key, sketch, { family });
  const play = new CasePlayer(definition);
  play.play({ type: 'StartProcessInstance', processInstanceId: play.id, variables: { soker: 'siv' }, caller });
  const registers = new TaskRegisters({ load: async () => definition }, rules);

  const task = { id: play.task('velg-boliger').id, node: 'velg-boliger' };
  const answered = {
    tenant: idOf<'Tenant'>('trondheim'),
    instance: play.instance,
    task,
    variables: { boliger: ['hus-1'] },
  };
  const step = await registers.stepOf(answered);
  const moment = { at: '2026-11-24T09:00:00.000Z', actor: idOf<'Actor'>('bjorn'), processInstanceId: play.id };
  const decision = step?.decide(records, moment);
  const [change] = decision?.ok ? decision.changes : [];
  return change?.change === 'reservert' ? change.reservation.decidedIn : undefined;
}

it('keeps the homes of an offer that has a case of its own in the application that called it', async () => {
  expect(await keeperOf('tilbud', 'applicant-part')).toBe('kaller');
});

it('keeps them in the application where the offer is drawn in it, as before version 2 of it, also when a move wish called it', async () => {
  expect(await keeperOf('boligtildeling', 'applicant')).toBe('sak');
});
