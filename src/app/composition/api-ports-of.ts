import type { ApiPorts } from '../../api/api-ports.js';
import { leaderGroups } from '../../cases/attention/leader-groups.js';
import { CaseDecisionDebt } from '../../cases/decisions/decision-debt.js';
import { TaskRegisters } from '../../cases/homes/task-registers.js';
import { incidentOwnerOf } from '../../cases/incidents/incident-owner.js';
import { CommandQuestion } from '../../runtime/command-question.js';
import { decideWithDefinition } from '../../runtime/decide-with-definition.js';
import { MigrationPlanner } from '../../runtime/operations/migration-planner.js';
import { writeSheet } from '../figures/write-sheet.js';
import { writeWorkbook } from '../figures/write-workbook.js';
import { createLetterPrinter } from '../letters/print-letter.js';
import { readDeliveryReport } from '../mail/read-delivery-report.js';
import type { Core } from './open-core.js';

/** What the API needs, from the core. */
export function apiPortsOf(
  core: Pick<Core, 'tenant' | 'store' | 'runtime' | 'deliveries' | 'meetings' | 'deployment' | 'files'>,
  isDemo: boolean,
): ApiPorts {
  const { store, runtime, deliveries, meetings, deployment, files } = core;
  const decide = decideWithDefinition(store.definitions, files.deadlines);
  return {
    ...store.queries,
    publicTenant: core.tenant,
    commands: runtime.handler,
    jobBook: store.jobBook,
    jobDesk: runtime.jobDesk,
    jobTypes: runtime.jobs,
    externalJobTypes: store.externalJobTypes,
    messages: runtime.messages,
    deployment,
    printLetter: createLetterPrinter(),
    ...sheetWriters,
    ...saidInFiles(files),
    ...booksOf(store),
    calledCases: store.calledCases,
    clock: store.clock,
    changes: store.changes,
    people: store.people,
    ...peopleOf(store),
    ...registersOf(store),
    ...definitionsOf(core),
    impartiality: { rules: files.impartiality, ties: store.ties },
    batches: runtime.batches,
    batchBook: store.batches,
    notices: noticePorts(store, deliveries),
    meetings: meetingPorts(store, meetings),
    attention: { leaders: leaderGroups(files.rules), book: store.attention },
    incidentCare: incidentCareOf(core),
    question: new CommandQuestion(store.queries.cases, store.clock, decide),
    ...(isDemo && { demo: { travel: runtime.timeTravel, mailbox: store.mailbox } }),
  };
}

const booksOf = (store: Core['store']) => {
  const { receipts, allowances, readLog, eraser, housingPlans, journal, incomingDocuments, outgoingPost, startPlan } =
    store;
  return { receipts, allowances, readLog, eraser, housingPlans, journal, incomingDocuments, outgoingPost, startPlan };
};

const definitionsOf = ({ store: { definitions, queries, caseDecisions }, files }: Pick<Core, 'store' | 'files'>) => ({
  decisionDebt: new CaseDecisionDebt(queries.cases, definitions, caseDecisions),
  priorityRules: definitions,
  definitionSource: definitions,
  taskRegisters: new TaskRegisters(definitions, files.homeRequirements),
  migrations: new MigrationPlanner(definitions),
});

const sheetWriters = { writeWorkbook, writeSheet };

const saidInFiles = ({
  deadlines,
  texts,
  journey,
  legalBases,
  crisis,
  readWords,
  identityWords,
  needRules,
  figures,
  homeRequirements,
  rules,
}: Core['files']) => ({
  deadlines,
  texts,
  journeyText: journey,
  legalBases,
  crisis,
  readWords,
  identityWords,
  needRules,
  deliveryRules: rules,
  figureSettings: figures,
  homeRequirements,
});

const meetingPorts = (store: Core['store'], meetings: Core['meetings']): ApiPorts['meetings'] => ({
  find: (tenant, id) => store.meetings.find(tenant, id),
  say: (said) => meetings.say(said),
  callOff: (tenant, id) => meetings.callOff(tenant, id),
});

const noticePorts = (store: Core['store'], deliveries: Core['deliveries']): ApiPorts['notices'] => ({
  sent: store.sentMessages,
  preferences: store.preferences,
  absences: store.absences,
  reported: (tenant, report) => deliveries.reported(tenant, report),
  mailReported: async (tenant, mail) => {
    const report = await readDeliveryReport(mail);
    return report !== undefined && deliveries.reported(tenant, report);
  },
});

const peopleOf = ({ persons, personFiles, households }: Core['store']) => ({ persons, personFiles, households });

const registersOf = ({
  caseDecisions,
  applications,
  hearings,
  career,
  homes,
  waitingList,
  decisionBook,
  needs,
  needsPictures,
}: Core['store']): Pick<
  ApiPorts,
  | 'caseDecisions'
  | 'applications'
  | 'hearings'
  | 'career'
  | 'homes'
  | 'waitingList'
  | 'decisionBook'
  | 'needs'
  | 'needsPictures'
> => ({
  caseDecisions,
  applications,
  hearings,
  career,
  homes,
  waitingList,
  decisionBook,
  needs,
  needsPictures,
});

const incidentCareOf = ({ store, files: { rules } }: Pick<Core, 'store' | 'files'>): ApiPorts['incidentCare'] => ({
  book: store.incidents,
  ownerOf: (process) => incidentOwnerOf(rules, process),
});
