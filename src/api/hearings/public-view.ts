import type { StatementView } from '../../contract/hearing.contract.js';
import type { HearingStatement } from '../../runtime/hearing-statement.js';

/** What everybody may read of a statement: nothing while it is held. */
export const publicView = (one: HearingStatement): readonly StatementView[] => {
  const { id, receivedAt, channel, senderKind, publishedText, state } = one;
  if (publishedText === undefined) return [];
  return [{ id, receivedAt, channel, senderKind, text: publishedText, isRedacted: state === 'redacted' }];
};
