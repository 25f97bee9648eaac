import type pg from 'pg';
import { PostgresAbsenceBook } from './postgres-absence-book.js';
import { PostgresAttentionBook } from './postgres-attention-book.js';
import { PostgresCaseKeepers } from './postgres-case-keepers.js';
import { PostgresDeliveryBook } from './postgres-delivery-book.js';
import { PostgresMeetingBook } from './postgres-meeting-book.js';
import { PostgresMessageReader } from './postgres-message-reader.js';
import { PostgresNoticePreferences } from './postgres-notice-preferences.js';
import { PostgresNotificationBook } from './postgres-notification-book.js';

/** Everything about messages to people, over connections for work in the background and for those who read. */
export function openNoticeBooks({ work, reads }: { readonly work: pg.Pool; readonly reads: pg.Pool }) {
  return {
    notifications: new PostgresNotificationBook(work),
    deliveries: new PostgresDeliveryBook(work),
    attention: new PostgresAttentionBook(work),
    meetings: new PostgresMeetingBook(work),
    keepers: new PostgresCaseKeepers(work),
    preferences: new PostgresNoticePreferences(reads),
    absences: new PostgresAbsenceBook(reads),
    sentMessages: new PostgresMessageReader(reads),
  };
}
