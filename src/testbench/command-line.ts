import { serve } from './protocol/serve.js';

const usage = `boligflyt testbench   speaks the test bench's protocol on standard input and output (docs/testbench.md)
`;

/** Runs the command line tool; resolves to the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  switch (args[0]) {
    case 'testbench':
      await serve(process.stdin, process.stdout);
      return 0;
    default:
      process.stderr.write(usage);
      return args[0] === undefined || args[0] === '--help' ? 0 : 2;
  }
}
