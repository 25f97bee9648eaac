/**
 * Follows an `entry` of documents, one, several or none, in a statement: gives each the next number of its year. The numbers are kept until
 * the transaction ends, so that there are no holes.
 */
export const numbered = `
  numbered as (
    insert into journal_number (tenant, year, last)
    select tenant, extract(year from journaled_on)::int, count(*)::int from entry group by 1, 2
    on conflict (tenant, year) do update set last = journal_number.last + excluded.last
    returning year, last)`;

/** Ends such a statement: enters the documents in the journal register. */
export const enterInJournal = `${numbered}
  insert into journal_entry
    (tenant, year, number, kind, title, document_type, journaled_on, dated_on, instance, letter, sent_by, correspondent)
  select e.tenant, n.year, n.last + 1 - row_number() over (partition by n.year order by e.dated_on desc)::int, e.kind, e.title,
    e.document_type, e.journaled_on, e.dated_on, e.instance, e.letter, e.sent_by, e.correspondent
  from entry as e join numbered as n on n.year = extract(year from e.journaled_on)::int`;
