import { FeelWorker } from './feel-worker.js';

const fromSource = { script: new URL('../../../test/support/feel-thread-from-source.mjs', import.meta.url) };
const thatHangs = { script: new URL('../../../test/support/feel-thread-that-hangs.mjs', import.meta.url) };

describe('FEEL in a thread of its own', () => {
  it('gives the same answers as in the engine', async () => {
    const worker = new FeelWorker(fromSource);

    const answers = await Promise.all([worker.evaluate('a + 1', { a: 1 }), worker.evaluate('null + 1', {})]);
    await worker.close();

    expect(answers).toEqual([
      { ok: true, value: 2 },
      { ok: false, message: expect.stringContaining("Expected 'null + 1' to have a value") },
    ]);
  }, 60_000);

  it('is ended after 300 ms, and the next expression has a new thread', async () => {
    const worker = new FeelWorker({ ...thatHangs, milliseconds: 300 });

    const ended = await worker.evaluate('for ever', {});
    const after = await worker.evaluate('1 + 1', {});
    await worker.close();

    expect(ended).toEqual({ ok: false, message: expect.stringContaining('FEEL_TIMEOUT') });
    expect(after).toEqual({ ok: true, value: 2 });
  }, 60_000);
});
