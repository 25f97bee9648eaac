import type { Provider } from '@nestjs/common';
import { CaseJobs } from '../../cases/job-handlers.js';

/** Nest's providers with `@JobWorker` methods: a new one is added here, and nowhere else. */
export const jobWorkerServices = (caseJobs: CaseJobs): readonly Provider[] => [
  { provide: CaseJobs, useValue: caseJobs },
];
