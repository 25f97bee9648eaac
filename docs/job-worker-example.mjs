// A job worker in plain fetch: BOLIGFLYT_URL and headers that say who it is in BOLIGFLYT_HEADERS (JSON), e.g. an API key.
const url = `${process.env.BOLIGFLYT_URL}/api/v1/jobs`;
const who = JSON.parse(process.env.BOLIGFLYT_HEADERS ?? '{}');
const [type, receiver] = process.argv.slice(2);

const ask = async (path, body, key) => {
  const headers = { ...who, 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) };
  const answer = await fetch(`${url}/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
};

/** The work itself. The receiver knows the job's id, so that what arrives twice counts once. */
async function work(job) {
  const answer = await fetch(receiver, {
    method: 'PUT',
    headers: { 'x-key': job.id },
    body: JSON.stringify(job.variables),
  });
  if (!answer.ok) throw new Error(`Expected the receiver to take it, but it answered ${answer.status}`);
  return { received: true };
}

for (;;) {
  const wish = { types: [type], worker: `example-${process.pid}`, maxJobs: 1, longPollMs: 20_000 };
  const { status, body } = await ask('activate', wish);
  if (status !== 200) throw new Error(`Expected jobs, but got ${status} ${body.code}`);
  for (const { id, fencingToken, ...job } of body.jobs) {
    const key = `${id}-${fencingToken}`;
    try {
      const variables = await work({ id, ...job });
      await ask(`${id}/complete`, { fencingToken, variables }, `${key}-complete`);
    } catch (failure) {
      await ask(`${id}/fail`, { fencingToken, message: String(failure) }, `${key}-fail`);
    }
  }
}
