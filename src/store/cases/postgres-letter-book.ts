import type pg from 'pg';
import type { Letter, LetterBook } from '../../runtime/case-ports.js';
import { queryInTenant } from '../query-in-tenant.js';

/** Every letter that was ever sent. */
export class PostgresLetterBook implements LetterBook {
  constructor(private readonly pool: pg.Pool) {}

  async write(letter: Letter): Promise<void> {
    const { tenant, key, processInstanceId, template, title, to, text, at } = letter;
    const { language, municipality, recipient, reference, checksum, arrivesOn } = letter;
    await queryInTenant(this.pool, tenant, {
      name: 'write-letter',
      text: insertLetter,
      values: [
        ...[tenant, key, processInstanceId, template, title, to ?? null, text, at],
        ...[language, municipality, recipient, reference, checksum, arrivesOn ?? null],
      ],
    });
  }
}

const insertLetter = `
  with written as (
    insert into letter (tenant, key, instance, template, title, to_actor, text, sent_at,
      language, municipality, recipient, reference, checksum)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (tenant, key) do nothing
    returning tenant, id)
  insert into posted_letter (tenant, letter, arrives_on)
  select tenant, id, $14::date from written where $14::date is not null`;
