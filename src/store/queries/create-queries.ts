import type pg from 'pg';
import type { PrismaReads } from '../prisma-for.js';
import { PrismaChangedDecisionReader } from './prisma-changed-decision-reader.js';
import { PrismaCaseExporter } from './prisma-case-exporter.js';
import { PrismaCaseReader } from './prisma-case-reader.js';
import { PrismaCheckpointReader } from './prisma-checkpoint-reader.js';
import { PrismaDeadlineFigures } from './prisma-deadline-figures.js';
import { PrismaDefinitionReader } from './prisma-definition-reader.js';
import { PrismaExceptionReader } from './prisma-exception-reader.js';
import { PrismaFigureReader } from './prisma-figure-reader.js';
import { PrismaIncidentReader } from './prisma-incident-reader.js';
import { PrismaLetterReader } from './prisma-letter-reader.js';
import { PrismaMessageReader } from './prisma-message-reader.js';
import { PrismaMunicipalityReader } from './prisma-municipality-reader.js';
import { PrismaTimerReader } from './prisma-timer-reader.js';
import { PrismaUserTaskReader } from './prisma-user-task-reader.js';

/** Every read port; single tasks and cases are looked up over `lookups`, whose connections must pipeline. */
export function createQueries(reads: PrismaReads, lookups: pg.Pool) {
  return {
    cases: new PrismaCaseReader(reads, lookups),
    exporter: new PrismaCaseExporter(reads),
    userTasks: new PrismaUserTaskReader(reads, lookups),
    timers: new PrismaTimerReader(reads),
    deadlineFigures: new PrismaDeadlineFigures(reads),
    changedDecisions: new PrismaChangedDecisionReader(reads),
    exceptions: new PrismaExceptionReader(reads),
    figures: new PrismaFigureReader(reads),
    definitions: new PrismaDefinitionReader(reads),
    incidents: new PrismaIncidentReader(reads),
    letters: new PrismaLetterReader(reads),
    keptMessages: new PrismaMessageReader(reads),
    checkpoints: new PrismaCheckpointReader(reads),
    municipality: new PrismaMunicipalityReader(reads),
  };
}
