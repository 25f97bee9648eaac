import type { TenantId } from '../../runtime/ports.js';
import type { Statement } from '../with-tenant.js';
import * as statements from './record-statements.js';
import { rowsOfStep } from './rows-of-step.js';
import type { DecidedStep, RowsOfStep } from './rows-of-step.js';

// History first: its key stops whoever made the same record, or the same revision of it, a moment later.
const parts: readonly (readonly [keyof RowsOfStep, string])[] = [
  ['history', statements.insertHistory],
  ['buildings', statements.upsertBuildings],
  ['homes', statements.upsertHomes],
  ['reservations', statements.upsertReservations],
  ['tenancies', statements.upsertTenancies],
  ['claims', statements.upsertClaims],
  ['repairs', statements.upsertRepairs],
  ['gaps', statements.insertGaps],
  ['reports', statements.upsertReports],
  ['meetings', statements.upsertMeetings],
  ['items', statements.upsertItems],
  ['statements', statements.insertStatements],
];

/** Writes what steps do to registers, in their order: history, records, and what holds them. */
export const recordStatements = (tenant: TenantId, steps: readonly DecidedStep[]): readonly Statement[] =>
  steps
    .map(rowsOfStep)
    .flatMap((rows) =>
      parts.flatMap(([part, text]) =>
        rows[part].length > 0 ? { text, values: [tenant, JSON.stringify(rows[part])] } : [],
      ),
    );
