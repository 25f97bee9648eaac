import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';

/** Where a process says what goes on: JSON lines on standard output, ids only, never personal data. */
export interface Log {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(error: unknown, sentence: string): void;
  /** The same log, in the shape that Nest wants. */
  readonly forNest: LoggerService;
}

/** A log that keeps what is at least as grave as `level`. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const write = (kind: 'error' | 'warn' | 'debug') => (message: unknown, context?: unknown) =>
    logger[kind](
      { context: typeof context === 'string' ? context : undefined, ...factsOf(message) },
      sentenceOf(message),
    );
  return {
    info: (facts, sentence) => logger.info(facts, sentence),
    warn: (facts, sentence) => logger.warn(facts, sentence),
    error: (error, sentence) => logger.error(factsOf(error), sentence),
    // Nest tells every route it maps; that is for those who look for it.
    forNest: { log: write('debug'), error: write('error'), warn: write('warn'), debug: write('debug') },
  };
}

// An error's stack and kind help; what a database adds to it (detail, parameters) may hold a person's data.
const factsOf = (error: unknown): object =>
  error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack, ...('code' in error && { code: error.code }) }
    : {};

const sentenceOf = (message: unknown): string => (message instanceof Error ? message.message : String(message));
