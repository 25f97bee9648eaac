import { BenchLine } from './bench-line.js';

describe('the protocol', () => {
  it.each(['', 'not json', '{"id": 1', '[]', '42', 'null', '"text"', '{"id":1}}'])(
    'answers the bad line %j with no id and goes on',
    async (bad) => {
      const bench = new BenchLine();

      const answer = await bench.line(bad);

      expect(answer).toMatchObject({ id: null, ok: false, error: { code: 'BAD_LINE' } });
      expect(await bench.do('reset')).toMatchObject({ ok: true });
    },
  );

  it('gives back any id', async () => {
    const bench = new BenchLine();

    expect(await bench.line('{"id":"a-1","op":"reset"}')).toEqual({ id: 'a-1', ok: true });
    expect(await bench.line('{"op":"reset"}')).toEqual({ id: null, ok: true });
  });

  it('refuses an op that nobody knows', async () => {
    expect(await new BenchLine().refusal('nope')).toBe('UNKNOWN_OP');
    expect(await new BenchLine().refusal('__proto__')).toBe('UNKNOWN_OP');
  });

  it('refuses an option that nobody knows, or a value of it that nobody knows', async () => {
    const bench = new BenchLine();

    expect(await bench.refusal('reset', { options: { speed: 'high' } })).toBe('UNKNOWN_OPTION');
    expect(await bench.refusal('reset', { options: { jobs: 'manual' } })).toBe('UNKNOWN_OPTION');
    expect(await bench.refusal('deploy', { files: [], options: { dialect: 'jbpm' } })).toBe('UNKNOWN_OPTION');
  });

  it('names the field that is not what it must be', async () => {
    const { error } = await new BenchLine().ask('start', { process: 7 });

    expect(error).toEqual({
      code: 'BAD_REQUEST',
      field: 'process',
      message: "Expected 'process' to be a text, but it is the number 7",
    });
  });
});
