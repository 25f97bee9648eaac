import { isLocalDate, localDateOf } from '../../engine/index.js';
import type { TenantId } from '../../runtime/ports.js';
import { enterInJournal } from '../cases/journal-entry.js';
import type { Statement } from '../with-tenant.js';
import type { Change } from './change.js';

/** What a start event says of itself when a case that begins there is an appeal. */
export const appealRegister = 'klage';

/** Enters the appeals among cases that begin in the journal register, those that another case calls too: one is there exactly when its case is. */
export const appealStatements = (tenant: TenantId, changes: readonly Change[]): readonly Statement[] =>
  changes.filter(isAppeal).map(({ after, command: { at } }) => {
    const root = [...after.elements.values()].find(({ parentId }) => parentId === undefined);
    const receivedOn = (root?.variables ?? after.finalVariables ?? {})['klageMottattOn'];
    const today = localDateOf(at);
    const datedOn = typeof receivedOn === 'string' && isLocalDate(receivedOn) ? receivedOn : today;
    return { name: 'enter-appeal', text, values: [tenant, after.id, today, datedOn] };
  });

const isAppeal = ({ before, facts }: Change): boolean =>
  before === undefined && Object.values(facts.hints).some(({ register }) => register === appealRegister);

const text = `
  with entry as (
    select $1::text as tenant, 'I' as kind, 'Klage på vedtak' as title, 'klage' as document_type, $3::date as journaled_on,
      $4::date as dated_on, $2::text as instance, null::text as letter, null::text as sent_by, null::text as correspondent),
  ${enterInJournal}`;
