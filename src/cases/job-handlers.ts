import type { ActorDirectory, CheckpointBook, LetterBook, WaitingList } from '../runtime/case-ports.js';
import type { MessageCorrelation } from '../runtime/message-correlation.js';
import type { JobHandler } from '../runtime/ports.js';
import type { CaseReader } from '../runtime/read-ports.js';
import type { LetterTemplates } from './letters/letter-template.js';
import { createSendLetter } from './letters/send-letter.js';
import type { MunicipalityName } from './notifications/municipality-name.js';
import type { NoticeTexts } from './notifications/notice-texts.js';
import type { Postbox } from './notifications/postbox.js';
import { createRecordCheckpoint } from './participation/record-checkpoint.js';
import { createBuildRound } from './waiting-list/build-round.js';
import { createCloseRound } from './waiting-list/close-round.js';
import { createEnterWaitingList } from './waiting-list/enter-waiting-list.js';
import { createLeaveWaitingList } from './waiting-list/leave-waiting-list.js';
import { createSkipRound } from './waiting-list/skip-round.js';

/** What the work behind service tasks is done with. */
export interface JobParts {
  readonly templates: LetterTemplates;
  readonly texts: NoticeTexts;
  readonly municipality: MunicipalityName;
  readonly letters: LetterBook;
  readonly list: WaitingList;
  readonly checkpoints: CheckpointBook;
  readonly directory: ActorDirectory;
  readonly cases: Pick<CaseReader, 'find' | 'journal'>;
  readonly postbox: Postbox;
  readonly publicUrl: string;
  readonly messages: Pick<MessageCorrelation, 'correlate'>;
}

/** Every kind of service task that the processes in workflows/ use. */
export function createJobHandlers(parts: JobParts): readonly JobHandler[] {
  const { list, cases, checkpoints } = parts;
  return [
    createSendLetter(parts),
    createEnterWaitingList(list, cases),
    createLeaveWaitingList(list),
    createBuildRound(list),
    createCloseRound(parts),
    createSkipRound(parts),
    createRecordCheckpoint(checkpoints, cases),
  ];
}
