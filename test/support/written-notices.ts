import { readDeliveryRules } from '../../src/cases/notifications/delivery-rules.js';
import { readNoticeTexts } from '../../src/cases/notifications/notice-texts.js';
import { Postbox } from '../../src/cases/notifications/postbox.js';
import type { NoticePreference, NotificationRow } from '../../src/runtime/notice-ports.js';

/** A postbox with the municipality's own rules and texts, whose rows can be read as they were written. */
export async function createWrittenNotices(chosen: Partial<NoticePreference> = {}) {
  const rows: NotificationRow[] = [];
  const [rules, texts] = await Promise.all([
    readDeliveryRules('workflows/varsling.json'),
    readNoticeTexts('workflows/meldinger'),
  ]);
  const none = { hand: async () => ({ providerId: '' }) };
  const postbox = new Postbox({
    book: {
      write: async (row) => {
        if (!rows.some(({ key }) => key === row.key)) rows.push(row);
      },
    },
    rules,
    texts,
    preferences: { of: async () => ({ language: 'nb', dailyDigest: false, ...chosen }) },
    municipality: async () => 'Trondheim kommune',
    channels: { email: none, sms: none },
  });
  return { postbox, rows, rules, texts };
}
