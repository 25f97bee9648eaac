import { casesWithoutAttentionSchema } from '@contract/attention.contract.js';
import { crisisHelpSchema } from '@contract/crisis.contract.js';
import { clockSchema, mailboxSchema, personaListSchema } from '@contract/demo.contract.js';
import { figuresSchema, kostraSchema } from '@contract/figures.contract.js';
import { originalStatementListSchema, publicHearingSchema, statementListSchema } from '@contract/hearing.contract.js';
import { incidentListSchema } from '@contract/incident.contract.js';
import { buildingListSchema, homeDetailSchema, homeListSchema } from '@contract/home.contract.js';
import { journeyListSchema, journeySchema } from '@contract/journey.contract.js';
import { meSchema } from '@contract/me.contract.js';
import { housingNeedsSchema, needsPicturesSchema } from '@contract/housing-need.contract.js';
import { participationReportSchema } from '@contract/participation-report.contract.js';
import { invitationListSchema } from '@contract/participation.contract.js';
import {
  journalSchema,
  processInstanceDetailSchema,
  processInstanceListSchema,
} from '@contract/process-instance.contract.js';
import { projectFindingsSchema } from '@contract/evaluation.contract.js';
import { projectDetailSchema } from '@contract/project-detail.contract.js';
import { offerListSchema, offerSchema } from '@contract/offer.contract.js';
import { priorityRuleSchema } from '@contract/priority-rule.contract.js';
import { projectListSchema } from '@contract/project.contract.js';
import { readListSchema } from '@contract/read.contract.js';
import { roundListSchema, roundSchema } from '@contract/round.contract.js';
import { routes } from '@contract/routes.contract.js';
import { userTaskDetailSchema, userTaskListSchema } from '@contract/user-task.contract.js';
import { waitingListSchema } from '@contract/waiting-list.contract.js';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read, readText } from './client.js';
import { pathOf } from './path.js';

/** Which part of the inbox is read. */
export type InboxFilter = 'mine' | 'unit' | 'unassigned';

export const meQuery = () =>
  queryOptions({ queryKey: ['me'], queryFn: () => read(routes.me, meSchema), staleTime: 60_000, retry: false });

export const personasQuery = () =>
  queryOptions({ queryKey: ['personas'], queryFn: () => read(routes.personas, personaListSchema), retry: false });

export const crisisHelpQuery = () =>
  queryOptions({ queryKey: ['crisis-help'], queryFn: () => read(routes.crisisHelp, crisisHelpSchema) });

export const clockQuery = () =>
  queryOptions({ queryKey: ['clock'], queryFn: () => read(routes.clock, clockSchema), retry: false });

export const mailboxQuery = () =>
  queryOptions({ queryKey: ['mailbox'], queryFn: () => read(routes.mailbox, mailboxSchema) });

export const inboxQuery = (filter: InboxFilter) =>
  queryOptions({
    queryKey: ['user-tasks', filter],
    queryFn: () => read(`${routes.userTasks}?filter=${filter}`, userTaskListSchema),
  });

export const userTaskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['user-task', taskId],
    queryFn: () => read(pathOf(routes.userTask, { id: taskId }), userTaskDetailSchema),
  });

export const casesQuery = () =>
  queryOptions({ queryKey: ['cases'], queryFn: () => read(routes.processInstances, processInstanceListSchema) });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: () => read(pathOf(routes.processInstance, { id: caseId }), processInstanceDetailSchema),
  });

export const journalQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['journal', caseId],
    queryFn: () => read(pathOf(routes.processInstanceJournal, { id: caseId }), journalSchema),
  });

/** The diagram that a case follows; it never changes, whatever is deployed later. */
export const diagramQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['diagram', caseId],
    queryFn: () => readText(pathOf(routes.processInstanceXml, { id: caseId })),
    staleTime: Infinity,
  });

export const figuresQuery = (year: number) =>
  queryOptions({ queryKey: ['figures', year], queryFn: () => read(`${routes.figures}?year=${year}`, figuresSchema) });

export const kostraQuery = (year: number) =>
  queryOptions({ queryKey: ['kostra', year], queryFn: () => read(`${routes.kostra}?year=${year}`, kostraSchema) });

export const casesWithoutAttentionQuery = () =>
  queryOptions({
    queryKey: ['cases-without-attention'],
    queryFn: () => read(routes.casesWithoutAttention, casesWithoutAttentionSchema),
  });

/** What has stopped, page by page. */
export const incidentsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['incidents'],
    queryFn: ({ pageParam }) =>
      read(`${routes.incidents}${pageParam === '' ? '' : `?after=${pageParam}`}`, incidentListSchema),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const projectsQuery = () =>
  queryOptions({ queryKey: ['projects'], queryFn: () => read(routes.projects, projectListSchema) });

export const projectFindingsQuery = () =>
  queryOptions({
    queryKey: ['project-findings'],
    queryFn: () => read(routes.projectFindings, projectFindingsSchema),
  });

export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['project', projectId],
    queryFn: () => read(pathOf(routes.project, { id: projectId }), projectDetailSchema),
  });

export const statementsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['statements', projectId],
    queryFn: () => read(pathOf(routes.statements, { id: projectId }), statementListSchema),
  });

/** Statements as they came; only for those who handle the hearing. */
export const originalStatementsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['original-statements', projectId],
    queryFn: () => read(pathOf(routes.originalStatements, { id: projectId }), originalStatementListSchema),
  });

export const publicHearingQuery = (hearingId: string) =>
  queryOptions({
    queryKey: ['public-hearing', hearingId],
    queryFn: () => read(pathOf(routes.publicHearing, { id: hearingId }), publicHearingSchema),
  });

/** Which homes are read: of a building (empty: of all), and whether only free ones. */
export interface HomesWanted {
  readonly building: string;
  readonly free: boolean;
}

export const homesQuery = ({ building, free }: HomesWanted) =>
  infiniteQueryOptions({
    queryKey: ['homes', building, free],
    queryFn: ({ pageParam }) => {
      const asked = {
        ...(building && { building }),
        ...(free && { free: 'true' }),
        ...(pageParam && { after: pageParam }),
      };
      return read(`${routes.homes}?${new URLSearchParams(asked).toString()}`, homeListSchema);
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const homeQuery = (homeId: string) =>
  queryOptions({
    queryKey: ['home', homeId],
    queryFn: () => read(pathOf(routes.home, { id: homeId }), homeDetailSchema),
  });

export const buildingsQuery = () =>
  queryOptions({ queryKey: ['buildings'], queryFn: () => read(routes.buildings, buildingListSchema) });

export const readsQuery = () =>
  queryOptions({ queryKey: ['reads'], queryFn: () => read(routes.myReads, readListSchema) });

export const journeysQuery = () =>
  queryOptions({ queryKey: ['journeys'], queryFn: () => read(routes.journeys, journeyListSchema) });

export const journeyQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ['journey', journeyId],
    queryFn: () => read(pathOf(routes.journey, { id: journeyId }), journeySchema),
  });

export const invitationsQuery = () =>
  queryOptions({
    queryKey: ['invitations'],
    queryFn: () => read(routes.invitations, invitationListSchema),
  });

/** Which part of the waiting list is read; empty texts mean all. */
export interface WaitingWanted {
  readonly group: string;
  readonly type: string;
  readonly area: string;
}

export const waitingListQuery = ({ group, type, area }: WaitingWanted) =>
  infiniteQueryOptions({
    queryKey: ['waiting-list', group, type, area],
    queryFn: ({ pageParam }) => {
      const asked = {
        ...(group && { group }),
        ...(type && { type }),
        ...(area && { area }),
        offset: String(pageParam),
      };
      return read(`${routes.waitingList}?${new URLSearchParams(asked).toString()}`, waitingListSchema);
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

export const roundsQuery = () =>
  queryOptions({ queryKey: ['rounds'], queryFn: () => read(routes.rounds, roundListSchema) });

export const roundQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['round', roundId],
    queryFn: () => read(pathOf(routes.round, { id: roundId }), roundSchema),
  });

export const priorityRuleQuery = () =>
  queryOptions({ queryKey: ['priority-rule'], queryFn: () => read(routes.priorityRule, priorityRuleSchema) });

export const offersQuery = () =>
  queryOptions({ queryKey: ['offers'], queryFn: () => read(routes.offers, offerListSchema) });

/** The offer that a task is part of. */
export const offerQuery = (taskId: string) =>
  queryOptions({ queryKey: ['offer', taskId], queryFn: () => read(pathOf(routes.offer, { id: taskId }), offerSchema) });

/** Who was heard in a year. */
export const participationReportQuery = (year: number) =>
  queryOptions({
    queryKey: ['participation-report', year],
    queryFn: () => read(`${routes.participationReport}?year=${year}`, participationReportSchema),
  });

export const housingNeedsQuery = () =>
  queryOptions({ queryKey: ['housing-needs'], queryFn: () => read(routes.housingNeeds, housingNeedsSchema) });

export const needsPicturesQuery = () =>
  queryOptions({ queryKey: ['needs-pictures'], queryFn: () => read(routes.needsPictures, needsPicturesSchema) });
