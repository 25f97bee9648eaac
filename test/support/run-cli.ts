import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const tool = fileURLToPath(new URL('../../bin/boligflyt.mjs', import.meta.url));

/** How the command line is run: by which key, against which server, with what on standard input. */
export interface CliRun {
  readonly url: string;
  readonly key?: string;
  readonly input?: string;
  /** Hears what is said beside the answer while it is said. */
  readonly onRemark?: (text: string) => void;
}

/** What a run of the command line came to. */
export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly remarks: string;
}

/** Runs the real command line in a process of its own; whatever it does, it must not repeat its key. */
export async function runCli(args: readonly string[], { url, key, input = '', onRemark }: CliRun): Promise<CliResult> {
  const env = { PATH: process.env['PATH'], BOLIGFLYT_URL: url, ...(key === undefined ? {} : { BOLIGFLYT_KEY: key }) };
  const child = spawn(process.execPath, [tool, ...args], { env });
  const said = { out: '', remarks: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.remarks += text;
    onRemark?.(text);
  });
  child.stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (key !== undefined && (said.out + said.remarks).includes(key.slice(-20))) throw new Error('The key was printed');
  return { code, ...said };
}
