import { eventually } from './chaos-run.js';
import type { House } from './house.js';
import { look } from './look.js';

const restsOver = `update notification set claimed_until = null where state = 'queued' and claimed_until is not null`;

const keptBackSql = `
  select count(*)::int as count from notification where channel = 'email' and state in ('queued', 'sending') and attempts > 0`;

/** Lets mail that failed be tried at once, as when its rests have run out. */
export const endRests = (url: string): Promise<unknown> => look(url, restsOver);

/** Waits until everything is handed over that was kept back; answers how much that was. */
export async function handOver({ url, mail }: Pick<House, 'url' | 'mail'>): Promise<number> {
  const keptBack = async (): Promise<number> => (await look<{ count: number }>(url, keptBackSql))[0]?.count ?? 0;
  const kept = await keptBack();
  mail.treat('well');
  await eventually(
    'the mail that was kept back',
    async () => {
      await endRests(url);
      return (await keptBack()) === 0 ? true : undefined;
    },
    120_000,
  );
  return kept;
}
