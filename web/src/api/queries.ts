import { definitionListSchema } from '@contract/definition.contract.js';
import { clockSchema, mailboxSchema, personaListSchema } from '@contract/demo.contract.js';
import { journeyListSchema, journeySchema } from '@contract/journey.contract.js';
import { meSchema } from '@contract/me.contract.js';
import { invitationListSchema } from '@contract/participation.contract.js';
import {
  journalSchema,
  processInstanceDetailSchema,
  processInstanceListSchema,
} from '@contract/process-instance.contract.js';
import { projectListSchema } from '@contract/project.contract.js';
import { userTaskDetailSchema, userTaskListSchema } from '@contract/user-task.contract.js';
import { queryOptions } from '@tanstack/react-query';
import { read, readText } from './client.js';

/** Which part of the inbox is read. */
export type InboxFilter = 'mine' | 'unit' | 'unassigned';

const id = encodeURIComponent;

export const meQuery = () =>
  queryOptions({ queryKey: ['me'], queryFn: () => read('/me', meSchema), staleTime: 60_000, retry: false });

export const personasQuery = () =>
  queryOptions({ queryKey: ['personas'], queryFn: () => read('/demo/personas', personaListSchema), retry: false });

export const clockQuery = () =>
  queryOptions({ queryKey: ['clock'], queryFn: () => read('/demo/clock', clockSchema), retry: false });

export const mailboxQuery = () =>
  queryOptions({ queryKey: ['mailbox'], queryFn: () => read('/demo/mailbox', mailboxSchema) });

export const inboxQuery = (filter: InboxFilter) =>
  queryOptions({
    queryKey: ['user-tasks', filter],
    queryFn: () => read(`/user-tasks?filter=${filter}`, userTaskListSchema),
  });

export const userTaskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['user-task', taskId],
    queryFn: () => read(`/user-tasks/${id(taskId)}`, userTaskDetailSchema),
  });

export const casesQuery = () =>
  queryOptions({ queryKey: ['cases'], queryFn: () => read('/process-instances', processInstanceListSchema) });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: () => read(`/process-instances/${id(caseId)}`, processInstanceDetailSchema),
  });

export const journalQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['journal', caseId],
    queryFn: () => read(`/process-instances/${id(caseId)}/journal`, journalSchema),
  });

export const definitionsQuery = () =>
  queryOptions({ queryKey: ['definitions'], queryFn: () => read('/definitions', definitionListSchema) });

export const diagramQuery = (process: string, version: number) =>
  queryOptions({
    queryKey: ['diagram', process, version],
    queryFn: () => readText(`/definitions/${id(process)}/versions/${version}/xml`),
    staleTime: Infinity,
  });

export const projectsQuery = () =>
  queryOptions({ queryKey: ['projects'], queryFn: () => read('/projects', projectListSchema) });

export const journeysQuery = () =>
  queryOptions({ queryKey: ['journeys'], queryFn: () => read('/journeys', journeyListSchema) });

export const journeyQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ['journey', journeyId],
    queryFn: () => read(`/journeys/${id(journeyId)}`, journeySchema),
  });

export const invitationsQuery = () =>
  queryOptions({
    queryKey: ['invitations'],
    queryFn: () => read('/participation/invitations', invitationListSchema),
  });
