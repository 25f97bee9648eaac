import type { StatementView } from '../../contract/hearing.contract.js';
import type { PublishedStatement } from '../../runtime/hearing-statement.js';

/** What everybody may read of a statement. */
export const publicView = ({ publishedText, state, ...one }: PublishedStatement): StatementView => {
  const { id, receivedAt, channel, senderKind } = one;
  return { id, receivedAt, channel, senderKind, text: publishedText, isRedacted: state === 'redacted' };
};
