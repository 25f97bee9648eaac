import { parseConfiguration, type Configuration } from '../config/configuration.js';
import { createLog, type Log } from '../logging/log.js';
import { isStartRefusal } from '../start-refusal.js';
import { createStopOrder, type StopOrder } from './stop-order.js';

/** What a process of Boligflyt is given to start with. */
export interface ProcessContext {
  readonly configuration: Configuration;
  readonly log: Log;
  readonly stopOrder: StopOrder;
  /** Called before the process ends by force; must return at once. */
  readonly onForce: (end: () => void) => void;
  /** Ends the process because a part of it is lost. */
  readonly giveUp: (sentence: string) => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs one process from start to stop: configuration, signals, exit code. The first signal stops everything in order, the second at
 * once. What cannot start says why in one sentence.
 */
export async function runProcess(start: (context: ProcessContext) => Promise<void>): Promise<void> {
  const parsed = parseConfiguration(process.env);
  if (!parsed.ok) return fail(parsed.problems.join('\n'));

  const log = createLog(parsed.configuration.logLevel);
  const stopOrder = createStopOrder((error) => log.error(error, 'A part did not stop as it should'));
  const forced: (() => void)[] = [];
  const end = async (code: number): Promise<void> => {
    await stopOrder.stopAll();
    process.exit(code);
  };
  const giveUp = (sentence: string): void => {
    process.stderr.write(`${sentence}\n`);
    void end(1);
  };
  listenToSignals(
    () => void end(0),
    () => forced.forEach((force) => force()),
  );
  try {
    await start({
      configuration: parsed.configuration,
      log,
      stopOrder,
      onForce: (force) => void forced.push(force),
      giveUp,
    });
  } catch (error) {
    giveUp(sentenceFor(error, log));
  }
}

// One Ctrl-C arrives twice under npm: from the terminal, and from npm, which passes it on.
const SAME_SIGNAL_MS = 500;

function listenToSignals(onFirst: () => void, onSecond: () => void): void {
  let firstAt: number | undefined;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (firstAt === undefined) {
        firstAt = performance.now();
        process.stdout.write('\nStopper …\n');
        onFirst();
      } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
        onSecond();
        process.exit(130);
      }
    });
  }
}

function sentenceFor(error: unknown, log: Log): string {
  if (isStartRefusal(error)) return error.message;

  log.error(error, 'Boligflyt could not start');
  return `Boligflyt kunne ikke starte: ${error instanceof Error ? error.message : String(error)}`;
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
