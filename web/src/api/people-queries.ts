import { applicationListSchema } from '@contract/application.contract.js';
import {
  caseDecisionListSchema,
  caseRecordListSchema,
  personDecisionsSchema,
} from '@contract/case-decision.contract.js';
import { personHouseholdsSchema } from '@contract/household.contract.js';
import { incomingDocumentsSchema } from '@contract/incoming-document.contract.js';
import { colleagueListSchema } from '@contract/me.contract.js';
import { absenceListSchema, noticeListSchema, noticePreferenceSchema } from '@contract/notice.contract.js';
import { personListSchema, personSchema } from '@contract/person.contract.js';
import { personRecordSchema } from '@contract/person-record.contract.js';
import { processInstanceListSchema } from '@contract/process-instance.contract.js';
import { overseenReadListSchema } from '@contract/read.contract.js';
import { routes } from '@contract/routes.contract.js';
import { waitingPlaceSchema } from '@contract/waiting-list.contract.js';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read } from './client.js';
import { pathOf } from './path.js';

export const decisionsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['decisions', caseId],
    queryFn: () => read(pathOf(routes.caseDecisions, { id: caseId }), caseDecisionListSchema),
  });

/** What was mapped and ordered in a case, word by word; the person is told of the reading, so it is asked for only on demand. */
export const recordsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['records', caseId],
    queryFn: () => read(pathOf(routes.caseRecords, { id: caseId }), caseRecordListSchema),
    gcTime: 0,
  });

/** Where somebody who waits stands on the list; only where the server says that they do. */
export const waitingPlaceQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['waiting-place', caseId],
    queryFn: () => read(pathOf(routes.waitingPlace, { id: caseId }), waitingPlaceSchema),
  });

/** What came in to a case on paper or by e-mail; the person is told of the reading. */
export const incomingDocumentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['incoming-documents', caseId],
    queryFn: () => read(pathOf(routes.incomingDocuments, { id: caseId }), incomingDocumentsSchema),
  });

export const myNoticesQuery = () =>
  queryOptions({ queryKey: ['my-notices'], queryFn: () => read(routes.myNotices, noticeListSchema) });

export const noticePreferenceQuery = () =>
  queryOptions({
    queryKey: ['notice-preference'],
    queryFn: () => read(routes.noticePreference, noticePreferenceSchema),
  });

export const absencesQuery = () =>
  queryOptions({ queryKey: ['absences'], queryFn: () => read(routes.absences, absenceListSchema) });

export const colleaguesQuery = () =>
  queryOptions({ queryKey: ['colleagues'], queryFn: () => read(routes.myColleagues, colleagueListSchema) });

export const personsQuery = (name: string) =>
  queryOptions({
    queryKey: ['persons', name],
    queryFn: () => read(`${routes.persons}?${new URLSearchParams({ name }).toString()}`, personListSchema),
  });

export const personQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId],
    queryFn: () => read(pathOf(routes.person, { id: personId }), personSchema),
  });

export const personCasesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person-cases', personId],
    queryFn: () => read(pathOf(routes.personCases, { id: personId }), processInstanceListSchema),
  });

export const personDecisionsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person-decisions', personId],
    queryFn: () => read(pathOf(routes.personDecisions, { id: personId }), personDecisionsSchema),
  });

export const personHouseholdsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person-households', personId],
    queryFn: () => read(pathOf(routes.personHouseholds, { id: personId }), personHouseholdsSchema),
  });

/** Everything that is registered about a person, for themselves. */
export const personRecordQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person-record', personId],
    queryFn: () => read(pathOf(routes.personRecord, { id: personId }), personRecordSchema),
  });

export const applicationsQuery = () =>
  queryOptions({ queryKey: ['applications'], queryFn: () => read(routes.applications, applicationListSchema) });

/** Which reads are shown: days, both counted, parts of names (empty: any), and whether only those who broke the glass. */
export interface ReadsWanted {
  readonly from: string;
  readonly to: string;
  readonly person: string;
  readonly reader: string;
  readonly emergency: boolean;
}

export const overseenReadsQuery = ({ from, to, person, reader, emergency }: ReadsWanted) =>
  infiniteQueryOptions({
    queryKey: ['overseen-reads', from, to, person, reader, emergency],
    queryFn: ({ pageParam }) => {
      const asked = {
        ...{ from, to },
        ...(person && { person }),
        ...(reader && { reader }),
        ...(emergency && { emergency: 'true' }),
        ...(pageParam && { after: pageParam }),
      };
      return read(`${routes.reads}?${new URLSearchParams(asked).toString()}`, overseenReadListSchema);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
