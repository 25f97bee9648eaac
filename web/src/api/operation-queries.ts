import { batchItemListSchema, batchListSchema } from '@contract/batch.contract.js';
import { changedDecisionsSchema } from '@contract/changed-decision.contract.js';
import { missedDeadlinesSchema } from '@contract/deadline.contract.js';
import { definitionDetailSchema, definitionListSchema, processFactsSchema } from '@contract/definition.contract.js';
import { exceptionsSchema } from '@contract/exception.contract.js';
import { journalSchema } from '@contract/journal.contract.js';
import { lettersToPostSchema } from '@contract/letter.contract.js';
import { noticeListSchema } from '@contract/notice.contract.js';
import { deletedCaseListSchema } from '@contract/operation.contract.js';
import { stuckReportSchema } from '@contract/report.contract.js';
import { routes } from '@contract/routes.contract.js';
import { localChoicesSchema } from '@contract/local-choice.contract.js';
import { rulesSchema } from '@contract/rules.contract.js';
import { queryOptions } from '@tanstack/react-query';
import { read, readText } from './client.js';
import { pathOf } from './path.js';

/** Two days, both counted. */
interface Days {
  readonly from: string;
  readonly to: string;
}

const within = (route: string, { from, to }: Days): string =>
  `${route}?${new URLSearchParams({ from, to }).toString()}`;

export const localChoicesQuery = () =>
  queryOptions({ queryKey: ['local-choices'], queryFn: () => read(routes.localChoices, localChoicesSchema) });

export const rulesQuery = () => queryOptions({ queryKey: ['rules'], queryFn: () => read(routes.rules, rulesSchema) });

export const missedDeadlinesQuery = (days: Days) =>
  queryOptions({
    queryKey: ['missed-deadlines', days],
    queryFn: () => read(within(routes.missedDeadlines, days), missedDeadlinesSchema),
  });

export const journalQuery = (days: Days) =>
  queryOptions({
    // It is of no one case: a change of any may have entered something.
    queryKey: ['journal-register', days],
    queryFn: () => read(within(routes.journalEntries, days), journalSchema),
  });

export const lettersToPostQuery = () =>
  queryOptions({ queryKey: ['letters-to-post'], queryFn: () => read(routes.lettersToPost, lettersToPostSchema) });

/** Where the register of these days is, as a file to keep. */
export const journalFilePath = (days: Days): string => `/api/v1/${within(routes.journalFile, days)}`;

export const exceptionsQuery = (days: Days) =>
  queryOptions({
    queryKey: ['exceptions', days],
    queryFn: () => read(within(routes.exceptions, days), exceptionsSchema),
  });

export const changedDecisionsQuery = (days: Days) =>
  queryOptions({
    queryKey: ['changed-decisions', days],
    queryFn: () => read(within(routes.changedDecisions, days), changedDecisionsSchema),
  });

/** Where the list of these days is, as a file to keep. */
export const changedDecisionsFilePath = (days: Days): string => `/api/v1/${within(routes.changedDecisionsFile, days)}`;

export const stuckReportQuery = (days: Days) =>
  queryOptions({
    queryKey: ['stuck-report', days],
    queryFn: () => read(within(routes.stuckReport, days), stuckReportSchema),
  });

export const undeliveredQuery = () =>
  queryOptions({ queryKey: ['undelivered'], queryFn: () => read(routes.undeliveredNotices, noticeListSchema) });

export const processesQuery = () =>
  queryOptions({ queryKey: ['processes'], queryFn: () => read(routes.definitions, definitionListSchema) });

export const processQuery = (key: string) =>
  queryOptions({
    queryKey: ['process', key],
    queryFn: () => read(pathOf(routes.definition, { key }), definitionDetailSchema),
  });

export const processFactsQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['process-facts', key, version],
    queryFn: () => read(pathOf(routes.definitionFacts, { key, version }), processFactsSchema),
  });

/** The drawing of a version of a process; it never changes. */
export const definitionXmlQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['diagram', key, version],
    queryFn: () => readText(pathOf(routes.definitionXml, { key, version })),
    staleTime: Infinity,
  });

const everyFewSeconds = 5_000;

/** Batches; while one runs they are read again by themselves. */
export const batchesQuery = () =>
  queryOptions({
    queryKey: ['batches'],
    queryFn: () => read(routes.batches, batchListSchema),
    refetchInterval: ({ state }) =>
      state.data?.items.some((batch) => batch.state === 'running') === true ? everyFewSeconds : false,
  });

export const batchFailuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['batch-failures', id],
    queryFn: () => read(`${pathOf(routes.batchItems, { id })}?state=failed`, batchItemListSchema),
  });

export const deletedCasesQuery = () =>
  queryOptions({
    queryKey: ['deleted-cases'],
    queryFn: () => read(routes.deletedProcessInstances, deletedCaseListSchema),
  });
