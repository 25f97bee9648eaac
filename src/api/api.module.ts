import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { DynamicModule, FactoryProvider } from '@nestjs/common';
import { RouteGuard } from './access/route-guard.js';
import { apiPorts } from './api-ports.js';
import type { ApiPorts } from './api-ports.js';
import { ApplicationsController } from './applications/applications.controller.js';
import { AttentionController } from './attention/attention.controller.js';
import { EmergencyAccessController } from './emergency-access/emergency-access.controller.js';
import { BatchesController } from './batches/batches.controller.js';
import { CrisisController } from './crisis/crisis.controller.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { CaseDecisionsController } from './decisions/case-decisions.controller.js';
import { DefinitionsController } from './definitions/definitions.controller.js';
import { DemoController } from './demo/demo.controller.js';
import { EventsController } from './events/events.controller.js';
import { ResidentsController } from './residents/residents.controller.js';
import { SafetyController } from './safety/safety.controller.js';
import { FiguresController } from './figures/figures.controller.js';
import { BuildingFilesController } from './homes/building-files.controller.js';
import { BuildingsController } from './homes/buildings.controller.js';
import { HomeFilesController } from './homes/home-files.controller.js';
import { HomesController } from './homes/homes.controller.js';
import { LeaseFilesController } from './homes/lease-files.controller.js';
import { LeasesController } from './homes/leases.controller.js';
import { RentFilesController } from './homes/rent-files.controller.js';
import { RentsController } from './homes/rents.controller.js';
import { IncidentsController } from './incidents/incidents.controller.js';
import { JobsController } from './jobs/jobs.controller.js';
import { JobWorkersController } from './jobs/job-workers.controller.js';
import { JourneysController } from './journeys/journeys.controller.js';
import { IncomingDocumentsController } from './journal/incoming-documents.controller.js';
import { LettersToPostController } from './letters/letters-to-post.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { MeetingsController } from './meetings/meetings.controller.js';
import { MeController } from './me/me.controller.js';
import { KeptCasesController } from './operations/kept-cases.controller.js';
import { NeedsController } from './needs/needs.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { OperationsController } from './operations/operations.controller.js';
import { TimersController } from './operations/timers.controller.js';
import { MessagesController } from './messages/messages.controller.js';
import { ParticipationController } from './participation/participation.controller.js';
import { HousingPlansController } from './persons/housing-plans.controller.js';
import { HouseholdsController } from './persons/households.controller.js';
import { PersonFileController } from './persons/person-file.controller.js';
import { PersonRecordController } from './persons/person-record.controller.js';
import { PersonFilesController } from './persons/person-files.controller.js';
import { PersonsController } from './persons/persons.controller.js';
import { ProcessInstancesController } from './process-instances/process-instances.controller.js';
import { PublicHearingsController } from './hearings/public-hearings.controller.js';
import { StatementsController } from './hearings/statements.controller.js';
import { ProjectsController } from './projects/projects.controller.js';
import { ChangedDecisionsController } from './decisions/changed-decisions.controller.js';
import { ExceptionsController } from './exceptions/exceptions.controller.js';
import { JournalController } from './journal/journal.controller.js';
import { LocalChoicesController } from './local-choices/local-choices.controller.js';
import { RulesController } from './rules/rules.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { ReadsController } from './reads/reads.controller.js';
import { PriorityRuleController } from './priority-rule/priority-rule.controller.js';
import { OffersController } from './offers/offers.controller.js';
import { RoundsController } from './waiting-list/rounds.controller.js';
import { WindDownController } from './wind-down/wind-down.controller.js';
import { WaitingListController } from './waiting-list/waiting-list.controller.js';
import { UserTasksController } from './user-tasks/user-tasks.controller.js';

/** How app gives the API its ports. */
export type ApiPortsProvider = Pick<FactoryProvider<ApiPorts>, 'useFactory' | 'inject'>;

const controllers = [
  MeController,
  ReadsController,
  DefinitionsController,
  ProcessInstancesController,
  UserTasksController,
  MeetingsController,
  ParticipationController,
  JourneysController,
  ProjectsController,
  StatementsController,
  PublicHearingsController,
  PersonFileController,
  PersonRecordController,
  PersonFilesController,
  PersonsController,
  ApplicationsController,
  CaseDecisionsController,
  LettersController,
  OffersController,
  RoundsController,
  WaitingListController,
  NeedsController,
  PriorityRuleController,
  HouseholdsController,
  HousingPlansController,
  BuildingsController,
  HomesController,
  HomeFilesController,
  BuildingFilesController,
  LeasesController,
  RentsController,
  LeaseFilesController,
  RentFilesController,
  SafetyController,
  ResidentsController,
  WindDownController,
  IncidentsController,
  JobsController,
  JobWorkersController,
  OperationsController,
  TimersController,
  KeptCasesController,
  BatchesController,
  MessagesController,
  NoticesController,
  AttentionController,
  EmergencyAccessController,
  DeadlinesController,
  ReportsController,
  ChangedDecisionsController,
  ExceptionsController,
  LettersToPostController,
  IncomingDocumentsController,
  JournalController,
  LocalChoicesController,
  RulesController,
  FiguresController,
  CrisisController,
  DemoController,
  EventsController,
] as const;

/** The HTTP API: controllers only, over the ports that app gives. */
@Module({})
export class ApiModule {
  static forRoot(ports: ApiPorts | ApiPortsProvider): DynamicModule {
    const provider = 'useFactory' in ports ? { provide: apiPorts, ...ports } : { provide: apiPorts, useValue: ports };
    return {
      module: ApiModule,
      controllers: [...controllers],
      providers: [provider, { provide: APP_GUARD, useClass: RouteGuard }],
    };
  }
}
