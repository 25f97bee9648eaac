import { effectsOf } from '../../src/engine/index.js';
import { flows } from '../support/bpmn-xml.js';
import { CasePlayer } from '../support/case-player.js';
import { playXml } from '../support/play-xml.js';
import { buildProcess, inOrder, serviceTask, startEvent } from '../support/process-builder.js';

const oneJob = async (): Promise<CasePlayer> => {
  const play = await playXml(
    `<startEvent id="start"/><serviceTask id="send" boligflyt:jobType="send-brev"/><endEvent id="slutt"/>${flows('start > send > slutt')}`,
  );
  play.start();
  return play;
};
const withRetries = (retries: string): CasePlayer => {
  const nodes = [startEvent('start'), serviceTask('send', { retries })];
  const play = new CasePlayer(buildProcess('prosess', { nodes, flows: inOrder('start', 'send') }));
  play.start({ n: 2 });
  return play;
};
const jobOf = (play: CasePlayer) => {
  const [job] = play.instance.jobs.values();
  if (job === undefined) throw new Error('Expected an open job, but there is none');
  return job;
};
const answer = (play: CasePlayer, command: Parameters<CasePlayer['ask']>[0]): string => {
  const decision = play.ask(command);
  return decision.ok ? 'accepted' : decision.rejection.reason;
};
const later = '2026-11-23T09:05:00.000Z';

describe('engine.md §1 jobs: retries', () => {
  it('a failure with 2 retries left keeps the job open and counts the attempt', async () => {
    const play = await oneJob();

    play.play({ type: 'FailJob', jobId: jobOf(play).id, message: 'postmottak nede', retries: 2, retryAt: later });

    expect(jobOf(play)).toMatchObject({ failures: 1, retries: 2, retryAt: later });
    expect(play.incidents).toEqual([]);
  });

  it('the last failure is an incident, and the job is no longer anybody’s', async () => {
    const play = await oneJob();
    const { id: jobId } = jobOf(play);
    play.play({ type: 'FailJob', jobId, message: 'nede', retries: 1 });

    play.play({ type: 'FailJob', jobId, message: 'fortsatt nede' });

    expect(play.incidents).toEqual(['JOB_FAILED send']);
    expect(answer(play, { type: 'CompleteJob', jobId, variables: {} })).toBe('job-not-active');
    expect(answer(play, { type: 'ActivateJob', jobId, worker: 'w', leaseUntil: later })).toBe('job-not-active');
  });

  it('a job whose diagram says 3 retries fails 2 times quietly and becomes an incident the third time', () => {
    const play = withRetries('n + 1');
    const { id: jobId } = jobOf(play);
    expect(jobOf(play).retries).toBe(3);

    play.play({ type: 'FailJob', jobId, message: '1' });
    play.play({ type: 'FailJob', jobId, message: '2' });
    expect(play.incidents).toEqual([]);

    play.play({ type: 'FailJob', jobId, message: '3' });
    expect(play.incidents).toEqual(['JOB_FAILED send']);
  });

  it('retries that are no number are an incident of the task, taken up again with changed variables', () => {
    const play = withRetries('if n = 2 then "mange" else 3');
    expect(play.incidents).toEqual(['EXPRESSION send']);

    play.resolve({ n: 1 });

    expect(jobOf(play).retries).toBe(3);
  });

  it('resolving the incident gives the job new retries, or those of the diagram', () => {
    const play = withRetries('1');
    const fail = () => play.play({ type: 'FailJob', jobId: jobOf(play).id, message: 'nede' });
    fail();
    const [incident] = play.instance.incidents.keys();
    if (incident === undefined) throw new Error('Expected an incident');

    const effects = play.play({ type: 'ResolveIncident', incidentId: incident, retries: 4 }).flatMap(effectsOf);
    expect(jobOf(play)).toMatchObject({ retries: 4, failures: 1 });
    expect(effects).toEqual([expect.objectContaining({ type: 'CreateJob', jobId: jobOf(play).id })]);

    for (const _attempt of [1, 2, 3, 4]) fail();
    play.resolve();
    expect(jobOf(play)).toMatchObject({ retries: 1, failures: 5 });
  });
});

describe('engine.md §1 jobs: leases and fencing tokens', () => {
  const lease = (play: CasePlayer, worker: string, leaseUntil = later) =>
    play.play({ type: 'ActivateJob', jobId: jobOf(play).id, worker, leaseUntil });

  it('a worker takes a job for a time; nobody else gets it meanwhile', async () => {
    const play = await oneJob();

    lease(play, 'en');

    expect(jobOf(play).lease).toEqual({ worker: 'en', until: later, token: 1 });
    expect(answer(play, { type: 'ActivateJob', jobId: jobOf(play).id, worker: 'to', leaseUntil: later })).toBe(
      'job-leased',
    );
  });

  it('its token completes the job; no token, or another one, does not', async () => {
    const play = await oneJob();
    lease(play, 'en');
    const complete = { type: 'CompleteJob', jobId: jobOf(play).id, variables: {} } as const;

    expect(answer(play, complete)).toBe('stale-fencing-token');
    expect(answer(play, { ...complete, fencingToken: 2 })).toBe('stale-fencing-token');

    play.play({ ...complete, fencingToken: 1 });
    expect(play.instance.state).toBe('completed');
  });

  it('a worker that was silent past its lease is refused once another has taken over', async () => {
    const play = await oneJob();
    lease(play, 'en');
    play.at = '2026-11-23T10:00:00.000Z';
    lease(play, 'to', '2026-11-23T10:05:00.000Z');
    const { id: jobId } = jobOf(play);

    expect(jobOf(play).lease?.token).toBe(2);
    expect(answer(play, { type: 'CompleteJob', jobId, variables: {}, fencingToken: 1 })).toBe('stale-fencing-token');
    expect(answer(play, { type: 'FailJob', jobId, message: 'nei', fencingToken: 1 })).toBe('stale-fencing-token');
    expect(answer(play, { type: 'ExtendJobLease', jobId, fencingToken: 1, leaseUntil: later })).toBe(
      'stale-fencing-token',
    );
  });

  it('a late answer within an unbroken lease still counts', async () => {
    const play = await oneJob();
    lease(play, 'en');
    play.at = '2026-11-23T10:00:00.000Z';

    play.play({ type: 'CompleteJob', jobId: jobOf(play).id, variables: {}, fencingToken: 1 });

    expect(play.instance.state).toBe('completed');
  });

  it('is extended under the same token', async () => {
    const play = await oneJob();
    lease(play, 'en');

    play.play({
      type: 'ExtendJobLease',
      jobId: jobOf(play).id,
      fencingToken: 1,
      leaseUntil: '2026-11-23T11:00:00.000Z',
    });

    expect(jobOf(play).lease).toEqual({ worker: 'en', until: '2026-11-23T11:00:00.000Z', token: 1 });
  });

  it('a failure gives the job back, and the next lease has a higher token; not before its back-off', async () => {
    const play = await oneJob();
    lease(play, 'en');
    const { id: jobId } = jobOf(play);

    play.play({ type: 'FailJob', jobId, message: 'nede', retries: 1, retryAt: later, fencingToken: 1 });
    expect(jobOf(play).lease).toBeUndefined();
    expect(answer(play, { type: 'ActivateJob', jobId, worker: 'to', leaseUntil: later })).toBe('job-not-due');

    play.at = later;
    lease(play, 'to', '2026-11-23T10:00:00.000Z');
    expect(jobOf(play).lease?.token).toBe(2);
  });
});
