import type pg from 'pg';
import type { Letter, LetterBook } from '../../runtime/case-ports.js';
import { queryInTenant } from '../query-in-tenant.js';
import { enterInJournal } from './journal-entry.js';

/** Every letter that was ever sent. */
export class PostgresLetterBook implements LetterBook {
  constructor(private readonly pool: pg.Pool) {}

  async write(letter: Letter): Promise<void> {
    const { tenant, key, processInstanceId, template, title, to, text, at } = letter;
    const { language, municipality, recipient, reference, checksum, arrivesOn, publicTitle, isInternal } = letter;
    await queryInTenant(this.pool, tenant, {
      name: 'write-letter',
      text: insertLetter,
      values: [
        ...[tenant, key, processInstanceId, template, title, to ?? null, text, at],
        ...[language, municipality, recipient, reference, checksum, arrivesOn ?? null],
        ...[publicTitle, isInternal ? 'N' : 'U'],
      ],
    });
  }
}

const insertLetter = `
  with written as (
    insert into letter (tenant, key, instance, template, title, to_actor, text, sent_at,
      language, municipality, recipient, reference, checksum)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (tenant, key) do nothing
    returning tenant, id, instance, template, (sent_at at time zone 'Europe/Oslo')::date as sent_on),
  posted as (
    insert into posted_letter (tenant, letter, arrives_on)
    select tenant, id, $14::date from written where $14::date is not null),
  entry as (
    select tenant, $16::text as kind, $15::text as title, template as document_type, sent_on as journaled_on, sent_on as dated_on,
      instance, id as letter, case when $14::date is null then 'digital' else 'post' end as sent_by
    from written),
  ${enterInJournal}`;
