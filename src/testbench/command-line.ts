import { serve } from './protocol/serve.js';
import { RefusalError } from './refusal.js';
import { testFolder } from './scenario/test-folder.js';

const usage = `boligflyt testbench   speaks the test bench's protocol on standard input and output (docs/testbench.md)
boligflyt test <folder> [--svg <folder>]   runs the scenarios in a folder (docs/scenarios.md); draws coverage if asked
`;

/** Runs the command line tool; resolves to the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  switch (args[0]) {
    case 'testbench':
      stayUp();
      await serve(process.stdin, process.stdout);
      return 0;
    case 'test':
      return test(args.slice(1));
    default:
      process.stderr.write(usage);
      return args[0] === undefined || args[0] === '--help' ? 0 : 2;
  }
}

async function test(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--svg');
  const svgFolder = at < 0 ? undefined : args[at + 1];
  const folder = args.find((_, place) => at < 0 || (place !== at && place !== at + 1));
  if (folder === undefined || (at >= 0 && svgFolder === undefined)) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const { text, holds } = await testFolder(folder, svgFolder);
    process.stdout.write(text);
    return holds ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof RefusalError)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    return 2;
  }
}

/** A defect outside of a request is told, and the bench goes on; when nobody reads any more, it is over. */
function stayUp(): void {
  const tell = (problem: unknown): boolean => process.stderr.write(`${String(problem)}\n`);
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
  process.stdout.on('error', () => process.exit(0));
}
