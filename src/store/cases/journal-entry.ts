/**
 * Ends a statement whose `entry` is a document or none: gives it the next number of its year and enters it in the journal register. The number
 * is kept until the transaction ends, so that there are no holes.
 */
export const enterInJournal = `
  numbered as (
    insert into journal_number (tenant, year, last)
    select tenant, extract(year from journaled_on)::int, 1 from entry
    on conflict (tenant, year) do update set last = journal_number.last + 1
    returning year, last)
  insert into journal_entry (tenant, year, number, kind, title, document_type, journaled_on, dated_on, instance, letter, sent_by)
  select e.tenant, n.year, n.last, e.kind, e.title, e.document_type, e.journaled_on, e.dated_on, e.instance, e.letter, e.sent_by
  from entry as e cross join numbered as n`;
