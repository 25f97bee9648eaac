import { CasePlayer } from '../../../../test/support/case-player.js';
import { buildProcess, endEvent, inOrder, serviceTask, startEvent } from '../../../../test/support/process-builder.js';
import { effectsOf } from '../facts/effects-of.js';

const sending = (options: Parameters<typeof serviceTask>[1] = {}): CasePlayer =>
  new CasePlayer(
    buildProcess('brev', {
      nodes: [
        startEvent('start'),
        serviceTask('send-brev', { headers: { brev: 'svar' }, ...options }),
        endEvent('slutt'),
      ],
      flows: inOrder('start', 'send-brev', 'slutt'),
    }),
  );

const jobOf = (play: CasePlayer) => {
  const [job] = play.instance.jobs.values();
  if (job === undefined) throw new Error('Expected a job');
  return job;
};

describe('a service task', () => {
  it('asks its handler with its headers and its inputs', () => {
    const play = sending({ inputs: [{ source: 'navn', target: 'mottaker' }] });

    const effects = play.start({ navn: 'Siv', hemmelig: true }).flatMap(effectsOf);

    expect(effects).toEqual([
      {
        type: 'CreateJob',
        key: `job-${jobOf(play).id}`,
        jobId: jobOf(play).id,
        jobType: 'send-brev',
        node: 'send-brev',
        headers: { brev: 'svar' },
        variables: { mottaker: 'Siv' },
      },
    ]);
  });

  it('goes on with what the handler gives', () => {
    const play = sending();
    play.start();

    play.completeJob('send-brev', { journalpost: 7 });

    expect(play.instance.finalVariables).toEqual({ journalpost: 7 });
  });

  it('is an incident when its handler gives up; a late answer meets nothing', () => {
    const play = sending();
    play.start();
    const { id: jobId } = jobOf(play);

    play.play({ type: 'FailJob', jobId, message: 'no printer' });

    expect(play.incidents).toEqual(['JOB_FAILED send-brev']);
    expect(play.ask({ type: 'CompleteJob', jobId, variables: {} }).ok).toBe(false);
    expect(play.ask({ type: 'FailJob', jobId, message: 'no printer' }).ok).toBe(false);
  });

  it('asks again under a new id when the incident is resolved, and remembers 1 failure', () => {
    const play = sending();
    play.start();
    const { id: jobId } = jobOf(play);
    play.play({ type: 'FailJob', jobId, message: 'no printer' });

    play.resolve({ skriver: 2 });

    expect(jobOf(play)).toMatchObject({ failures: 1, type: 'send-brev' });
    expect(jobOf(play).id).not.toBe(jobId);
    expect(play.incidents).toEqual([]);
    play.completeJob('send-brev');
    expect(play.instance.state).toBe('completed');
  });

  it('keeps the result when an output mapping fails, and writes it when that is put right', () => {
    const play = sending({ outputs: [{ source: 'sider + tillegg', target: 'antall' }] });
    play.start();

    play.completeJob('send-brev', { sider: 2 });
    expect(play.incidents).toEqual(['EXPRESSION send-brev']);
    expect(play.instance.jobs.size).toBe(0);

    play.resolve({ tillegg: 1 });
    expect(play.instance.finalVariables).toEqual({ tillegg: 1, antall: 3 });
  });

  it('does not ask its handler while an input has no value', () => {
    const play = sending({ inputs: [{ source: 'sider + 1', target: 'antall' }] });

    play.start();
    expect(play.instance.jobs.size).toBe(0);

    play.resolve({ sider: 1 });
    expect([...play.instance.elements.values()].find((one) => one.node === 'send-brev')?.variables).toEqual({
      antall: 2,
    });
  });
});
