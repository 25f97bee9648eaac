import type { CaseDecisionRegister } from '../runtime/case-decision-ports.js';
import type { DeadlineRegister } from '../engine/index.js';
import type { ActorDirectory, CheckpointBook, LetterBook, WaitingList } from '../runtime/case-ports.js';
import type { CalledCaseReader } from '../runtime/called-case-ports.js';
import type { CareerReader } from '../runtime/career/career-ports.js';
import type { CommandHandler } from '../runtime/command-handler.js';
import type { DecisionBook } from '../runtime/decision-ports.js';
import type { DefinitionStore } from '../runtime/definition-ports.js';
import type { LongWaitBook } from '../runtime/long-wait-ports.js';
import type { StartPlan } from '../runtime/start-plan-ports.js';
import type { MessageCorrelation } from '../runtime/message-correlation.js';
import type { HomeReader } from '../runtime/homes/home-ports.js';
import type { RentBook } from '../runtime/homes/rent-ports.js';
import { RegisterWork } from '../runtime/jobs/job-handler.js';
import type { Job, JobAnswer } from '../runtime/jobs/job-handler.js';
import { JobWorker } from '../runtime/jobs/job-worker.js';
import type { NoticePreferences } from '../runtime/notice-ports.js';
import type { NeedReader, NeedsPictureBook } from '../runtime/need-ports.js';
import type { PersonRegister } from '../runtime/person-ports.js';
import type { CaseReader } from '../runtime/read-ports.js';
import type { DatedCrisisHelp } from './crisis/crisis-help.js';
import { createFindAssessment } from './career/find-assessment.js';
import { createCheckSummary } from './deidentification/check-summary.js';
import type { IdentityWords } from './deidentification/finding.js';
import type { IdentitySources } from './deidentification/known-identity.js';
import type { LegalBases } from './decisions/legal-bases.js';
import { workOnChain } from './homes/chain-jobs.js';
import { createFindPlaceToSleep } from './homes/find-place-to-sleep.js';
import { changeLeaseOfCase, createCheckLease } from './homes/follow-lease.js';
import { followRepair, logAgreementGap, repairEvents } from './homes/follow-repair.js';
import { workOnOffer } from './homes/offer-jobs.js';
import type { LetterTemplates } from './letters/letter-template.js';
import { createSendLetter } from './letters/send-letter.js';
import { createAdoptChoice } from './local-choices/adopt-choice.js';
import type { Meetings } from './meetings/meetings.js';
import type { MunicipalityName } from './notifications/municipality-name.js';
import type { DeliveryRules } from './notifications/delivery-rules.js';
import type { Postbox } from './notifications/postbox.js';
import { inviteResidents, workOnMeeting } from './residents/meeting-jobs.js';
import { workOnFreeze, workOnSafety } from './safety/safety-jobs.js';
import { createAskForReviews } from './services/ask-for-reviews.js';
import { createStartCase } from './start-case-job.js';
import { createCountMovedIn } from './projects/count-moved-in.js';
import { createGatherWishes } from './projects/gather-wishes.js';
import { createTellProjectFinished } from './projects/tell-project-finished.js';
import { createCountReports } from './needs/count-reports.js';
import type { NeedRules } from './needs/need-rules.js';
import { createFetchNeeds } from './needs/fetch-needs.js';
import { createPublishNeeds } from './needs/publish-needs.js';
import { createRecordCheckpoint } from './participation/record-checkpoint.js';
import { createBuildRound } from './waiting-list/build-round.js';
import { createCloseRound } from './waiting-list/close-round.js';
import { createCorrectEntry } from './waiting-list/correct-entry.js';
import { createChangeNeed } from './waiting-list/change-need.js';
import { createEnterWaitingList } from './waiting-list/enter-waiting-list.js';
import { createLeaveWaitingList } from './waiting-list/leave-waiting-list.js';
import { createAdoptRule } from './waiting-list/priority/adopt-rule.js';
import { createTryRule } from './waiting-list/priority/try-rule.js';
import { createSkipRound } from './waiting-list/skip-round.js';
import { closeDown } from './wind-down/close-down.js';
import { createFindResidents } from './wind-down/find-residents.js';
import { createPrepareApplication } from './wind-down/prepare-application.js';
import { createCountWindDown } from './wind-down/wind-down-progress.js';

/** What the work behind service tasks is done with. */
export interface JobParts {
  readonly templates: LetterTemplates;
  readonly rules: DeliveryRules;
  readonly municipality: MunicipalityName;
  readonly letters: LetterBook;
  readonly list: WaitingList;
  readonly longWaits: Pick<LongWaitBook, 'lookAgain'>;
  readonly startPlan: Pick<StartPlan, 'moveTo'>;
  readonly decisions: Pick<CaseDecisionRegister, 'ofCase'>;
  readonly definitions: DefinitionStore;
  readonly decisionBook: DecisionBook;
  readonly career: CareerReader;
  readonly deadlines: DeadlineRegister;
  readonly checkpoints: CheckpointBook;
  readonly needsPictures: NeedsPictureBook;
  readonly needs: NeedReader;
  readonly needRules: NeedRules;
  readonly directory: ActorDirectory;
  readonly persons: Pick<PersonRegister, 'person'>;
  readonly preferences: Pick<NoticePreferences, 'of'>;
  readonly cases: Pick<CaseReader, 'find' | 'journal' | 'list' | 'snapshot'>;
  readonly calledCases: CalledCaseReader;
  readonly postbox: Postbox;
  readonly meetings: Pick<Meetings, 'say'>;
  readonly publicUrl: string;
  readonly legalBases: LegalBases;
  readonly crisis: DatedCrisisHelp;
  readonly homes: Pick<HomeReader, 'buildings' | 'home' | 'homes' | 'meetings' | 'agenda'>;
  readonly rents: Pick<RentBook, 'arrearsOf'>;
  readonly identities: IdentitySources;
  readonly identityWords: IdentityWords;
  readonly messages: Pick<MessageCorrelation, 'correlate'>;
  readonly handler: Pick<CommandHandler, 'handle'>;
}

/** The worker of every kind of service task that the processes in workflows/ use. */
export class CaseJobs {
  constructor(private readonly parts: JobParts) {}

  @JobWorker('send-brev')
  sendLetter(job: Job): Promise<JobAnswer> {
    return createSendLetter(this.parts)(job);
  }

  @JobWorker('venteliste-inn')
  enterWaitingList(job: Job): Promise<JobAnswer> {
    return createEnterWaitingList(this.parts)(job);
  }

  @JobWorker('venteliste-rett')
  correctEntry(job: Job): Promise<JobAnswer> {
    return createCorrectEntry(this.parts.list)(job);
  }

  @JobWorker('venteliste-ut')
  leaveWaitingList(job: Job): Promise<JobAnswer> {
    return createLeaveWaitingList(this.parts.list)(job);
  }

  @JobWorker('bygg-runde')
  buildRound(job: Job): Promise<JobAnswer> {
    return createBuildRound({ ...this.parts, rules: this.parts.definitions })(job);
  }

  @JobWorker('prov-prioriteringsregel')
  tryRule(job: Job): Promise<JobAnswer> {
    return createTryRule(this.parts.list)(job);
  }

  @JobWorker('ta-i-bruk-prioriteringsregel')
  adoptRule(job: Job): Promise<JobAnswer> {
    return createAdoptRule(this.parts.definitions)(job);
  }

  @JobWorker('ta-i-bruk-lokalt-valg')
  adoptChoice(job: Job): Promise<JobAnswer> {
    return createAdoptChoice(this.parts)(job);
  }

  @JobWorker('lukk-runde')
  closeRound(job: Job): Promise<JobAnswer> {
    return createCloseRound(this.parts)(job);
  }

  @JobWorker('runde-hoppet-over')
  skipRound(job: Job): Promise<JobAnswer> {
    return createSkipRound(this.parts)(job);
  }

  @JobWorker('venteliste-endre')
  changeNeed(job: Job): Promise<JobAnswer> {
    return createChangeNeed(this.parts.list)(job);
  }

  @JobWorker('avvikle-bygg')
  closeDown(job: Job): Promise<JobAnswer> {
    return closeDown(this.parts.homes, job);
  }

  @JobWorker('finn-beboere')
  findResidents(job: Job): Promise<JobAnswer> {
    return createFindResidents(this.parts)(job);
  }

  @JobWorker('klargjor-soknad')
  prepareApplication(job: Job): Promise<JobAnswer> {
    return createPrepareApplication(this.parts)(job);
  }

  @JobWorker('avvikling-status')
  countWindDown(job: Job): Promise<JobAnswer> {
    return createCountWindDown(this.parts.calledCases)(job);
  }

  @JobWorker('tell-behov')
  countReports(job: Job): Promise<JobAnswer> {
    return createCountReports(this.parts.needRules)(job);
  }

  @JobWorker('publiser-behovsbilde')
  publishNeeds(job: Job): Promise<JobAnswer> {
    return createPublishNeeds(this.parts)(job);
  }

  @JobWorker('hent-behovsbilde')
  fetchNeeds(job: Job): Promise<JobAnswer> {
    return createFetchNeeds(this.parts)(job);
  }

  @JobWorker('finn-kartlegging')
  findAssessment(job: Job): Promise<JobAnswer> {
    return createFindAssessment(this.parts)(job);
  }

  @JobWorker('start-sak')
  startCase(job: Job): Promise<JobAnswer> {
    return createStartCase(this.parts)(job);
  }

  @JobWorker('tell-innflyttede')
  countMovedIn(job: Job): Promise<JobAnswer> {
    return createCountMovedIn(this.parts)(job);
  }

  @JobWorker('meld-prosjekt-ferdig')
  tellProjectFinished(job: Job): Promise<JobAnswer> {
    return createTellProjectFinished(this.parts)(job);
  }

  @JobWorker('hent-innspill')
  gatherWishes(job: Job): Promise<JobAnswer> {
    return createGatherWishes(this.parts)(job);
  }

  @JobWorker('be-om-vurdering')
  askForReviews(job: Job): Promise<JobAnswer> {
    return createAskForReviews(this.parts)(job);
  }

  @JobWorker('registrer-medvirkning')
  recordCheckpoint(job: Job): Promise<JobAnswer> {
    return createRecordCheckpoint(this.parts.checkpoints, this.parts.cases)(job);
  }

  @JobWorker('for-reparasjon')
  async followRepair({ node, headers, variables }: Job): Promise<JobAnswer> {
    const event = repairEvents.find((known) => known === headers['hendelse']);
    if (event === undefined)
      throw new Error(`Expected header 'hendelse' of '${node}' to be one of ${repairEvents.join(', ')}`);
    return new RegisterWork(followRepair(event, variables));
  }

  @JobWorker('for-avtalehull')
  async logAgreementGap({ variables }: Job): Promise<JobAnswer> {
    return new RegisterWork(logAgreementGap(variables));
  }

  @JobWorker('sjekk-leie')
  checkLease(job: Job): Promise<JobAnswer> {
    return createCheckLease(this.parts)(job);
  }

  @JobWorker('for-leie')
  async changeLease(job: Job): Promise<JobAnswer> {
    return changeLeaseOfCase(job);
  }

  @JobWorker('for-flyttekjede')
  followChain(job: Job): Promise<JobAnswer> {
    return workOnChain(this.parts, job);
  }

  @JobWorker('for-tilbud')
  workOnOffer(job: Job): Promise<JobAnswer> {
    return workOnOffer(this.parts.homes, job);
  }

  @JobWorker('sjekk-sovested')
  findPlaceToSleep(job: Job): Promise<JobAnswer> {
    return createFindPlaceToSleep(this.parts.cases)(job);
  }

  @JobWorker('for-utrygghet')
  async followSafety(job: Job): Promise<JobAnswer> {
    return workOnSafety(job);
  }

  @JobWorker('for-beboermote')
  followMeeting(job: Job): Promise<JobAnswer> {
    return workOnMeeting(this.parts, job);
  }

  @JobWorker('inviter-beboere')
  inviteResidents(job: Job): Promise<JobAnswer> {
    return inviteResidents(this.parts, job);
  }

  @JobWorker('for-tildelingsstans')
  decideFreeze(job: Job): Promise<JobAnswer> {
    return workOnFreeze(job, this.parts.cases);
  }

  @JobWorker('kontroller-sammendrag')
  checkSummary(job: Job): Promise<JobAnswer> {
    return createCheckSummary(this.parts.identities, this.parts.identityWords)(job);
  }
}
