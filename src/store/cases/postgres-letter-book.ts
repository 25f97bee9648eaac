import type pg from 'pg';
import type { Letter, LetterBook } from '../../runtime/case-ports.js';
import { queryInTenant } from '../query-in-tenant.js';
import { enterInJournal } from './journal-entry.js';

/** Every letter that was ever sent. */
export class PostgresLetterBook implements LetterBook {
  constructor(private readonly pool: pg.Pool) {}

  async write(letter: Letter): Promise<void> {
    const { tenant, key, processInstanceId, template, title, to, text, at } = letter;
    const { language, municipality, recipient, reference, checksum, byPost, publicTitle, isInternal, noticeAgainAt } =
      letter;
    await queryInTenant(this.pool, tenant, {
      name: 'write-letter',
      text: insertLetter,
      values: [
        ...[tenant, key, processInstanceId, template, title, to ?? null, text, at],
        ...[language, municipality, recipient, reference, checksum, byPost],
        ...[publicTitle, isInternal ? 'N' : 'U', noticeAgainAt ?? null],
      ],
    });
  }
}

const insertLetter = `
  with written as (
    insert into letter (tenant, key, instance, template, title, to_actor, text, sent_at,
      language, municipality, recipient, reference, checksum, by_post)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict (tenant, key) do nothing
    returning tenant, id, instance, template, by_post, (sent_at at time zone 'Europe/Oslo')::date as sent_on),
  entry as (
    select tenant, $16::text as kind, $15::text as title, template as document_type, sent_on as journaled_on, sent_on as dated_on,
      instance, id as letter, case when by_post then 'post' else 'digital' end as sent_by, null::text as correspondent
    from written),
  queued as (
    insert into letter_to_post (tenant, letter) select tenant, id from written where by_post),
  watched as (
    insert into unopened_letter (tenant, letter, due_at) select tenant, id, $17 from written where $17::timestamptz is not null),
  ${enterInJournal}`;
