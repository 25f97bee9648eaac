import type { NoticeView } from '../../contract/notice.contract.js';
import type { MessageRow } from '../../runtime/notice-ports.js';

const stateTexts: Readonly<Record<MessageRow['state'], string>> = {
  queued: 'Venter på å bli sendt',
  sending: 'Sendes nå',
  sent: 'Sendt',
  failed: 'Ikke sendt',
  bounced: 'Kom i retur',
  dropped: 'Ikke lenger aktuell',
  merged: 'Samles med andre meldinger',
};

/** A message as people see it; its text is the receiver's own. */
export function noticeView(row: MessageRow): NoticeView {
  const { key, processInstanceId, to, kind, channel, state, subject, at, notBefore } = row;
  const { sentAt, attempts, mayBeDoubled, inSummary, failure, statusCode, why } = row;
  const doubled = mayBeDoubled ? '. Kan være sendt to ganger' : '';
  const late = state === 'sent' && statusCode !== undefined ? ', men er forsinket' : '';
  return {
    ...{ key, to, kind, channel, state, subject, at, notBefore, attempts, mayBeDoubled, inSummary },
    processInstanceId: processInstanceId === '' ? null : processInstanceId,
    stateText: `${stateTexts[state]}${late}${doubled}`,
    sentAt: sentAt ?? null,
    failure: failure ?? null,
    statusCode: statusCode ?? null,
    why: why ?? null,
  };
}
