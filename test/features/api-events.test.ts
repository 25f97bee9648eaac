import { createApiWorld } from '../support/api-world.js';
import type { ApiWorld } from '../support/api-world.js';

let world: ApiWorld;
beforeAll(async () => {
  world = await createApiWorld();
});
afterAll(() => world.stop());

describe('live changes', () => {
  it('tell which case has changed to those who may see it, and to nobody else', async () => {
    const caseworker = await listen('kari');
    const projectManager = await listen('per');

    const application = await world.as('siv').post('process-instances', { process: 'boligtildeling' }).expect(201);
    const project = await world
      .as('per')
      .post('process-instances', { process: 'boligutvikling', variables: { prosjekt: 'Lade' } })
      .expect(201);

    await caseworker.until(application.body.processInstanceId);
    await projectManager.until(project.body.processInstanceId);
    expect(projectManager.heard()).not.toContain(application.body.processInstanceId);
    expect(caseworker.heard()).not.toContain(project.body.processInstanceId);
    await Promise.all([caseworker.close(), projectManager.close()]);
  });

  it('begin with how long to wait before asking again', async () => {
    const caseworker = await listen('kari');

    await caseworker.until('retry: 3000');

    await caseworker.close();
  });
});

/** Opens the stream as a browser does. */
async function listen(person: string) {
  const ended = new AbortController();
  const response = await fetch(`${world.address}/api/v1/events`, {
    headers: { 'x-test-person': person, accept: 'text/event-stream' },
    signal: ended.signal,
  });
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    heard: () => heard,
    until: async (text: string) => {
      while (!heard.includes(text)) {
        const chunk = await reader?.read();
        if (chunk === undefined || chunk.done)
          throw new Error(`Expected to hear ${text}, but the stream ended: ${heard}`);
        heard += chunk.value;
      }
    },
    close: async () => {
      ended.abort();
      await reader?.closed.catch(() => undefined);
    },
  };
}
