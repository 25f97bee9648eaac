import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tool = fileURLToPath(new URL('../../bin/boligflyt.mjs', import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly said: string;
}

/** Runs the tool as anybody does, with this on its standard input. */
function run(args: readonly string[], input: string | readonly string[] = ''): Promise<Ran> {
  const child = spawn(process.execPath, [tool, ...args]);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  for (const part of [input].flat()) child.stdin.write(part);
  child.stdin.end();
  return new Promise((resolve) =>
    child.on('close', (code) =>
      resolve({
        code,
        lines: Buffer.concat(out).toString('utf8').split('\n').slice(0, -1),
        said: Buffer.concat(err).toString('utf8'),
      }),
    ),
  );
}

describe('boligflyt testbench', () => {
  it('two that begin at once, where nothing is built perhaps, both answer and exit with 0', async () => {
    const both = await Promise.all([
      run(['testbench'], '{"id":1,"op":"reset"}\n'),
      run(['testbench'], '{"id":2,"op":"reset"}\n'),
    ]);

    expect(both.map(({ code, lines }) => ({ code, lines }))).toEqual([
      { code: 0, lines: ['{"id":1,"ok":true}'] },
      { code: 0, lines: ['{"id":2,"ok":true}'] },
    ]);
  });

  it('ends where nothing is asked', async () => {
    expect(await run(['testbench'])).toEqual({ code: 0, lines: [], said: '' });
  });

  it('answers in order, 2 000 lines at once', async () => {
    const asked = Array.from(
      { length: 2_000 },
      (_, id) => `${JSON.stringify({ id, op: id % 2 === 0 ? 'tasks' : 'nope' })}\n`,
    );

    const { lines } = await run(['testbench'], asked.join(''));

    expect(lines.map((line) => JSON.parse(line).id)).toEqual(asked.map((_, id) => id));
  });

  it('takes a line of 8 MB, cut into pieces in the middle of letters, and a last line without an end', async () => {
    const name = 'å'.repeat(4_000_000);
    const line = Buffer.from(`${JSON.stringify({ id: 'ø', op: 'message', name })}\n{"id":2,"op":"tasks"}`);
    const pieces = [line.subarray(0, 1_000_001), line.subarray(1_000_001)].map((piece) => piece.toString('latin1'));
    const child = spawn(process.execPath, [tool, 'testbench']);
    const out: Buffer[] = [];
    child.stdout.on('data', (chunk) => out.push(chunk));
    for (const piece of pieces) child.stdin.write(Buffer.from(piece, 'latin1'));
    child.stdin.end();
    await new Promise((resolve) => child.on('close', resolve));

    expect(Buffer.concat(out).toString('utf8')).toBe(
      '{"id":"ø","ok":true,"correlated":[]}\n{"id":2,"ok":true,"tasks":[]}\n',
    );
  });

  it('says how it is used, and that it is not used so', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      lines: [],
      said: expect.stringContaining('boligflyt testbench'),
    });
    expect((await run(['nonsense'])).code).toBe(2);
    expect((await run(['test'])).code).toBe(2);
    expect((await run(['test', 'no-such-folder'])).code).toBe(2);
  });
});
