import type { AgreementGap, Repair, SafetyReport } from '../../runtime/homes/building-event.js';
import type { BuildingRecord } from '../../runtime/homes/building-record.js';
import type { AgendaItem, ResidentsMeeting } from '../../runtime/homes/residents-meeting.js';
import type { HomeRecord } from '../../runtime/homes/home-record.js';
import type { JsonObject } from '../../shared/json.js';
import type { HistoryLine, RowsOfStep } from '../homes/rows-of-step.js';

/** What memory keeps of the registers of one municipality. */
export interface KeptRegisters {
  readonly buildings: Map<string, BuildingRecord>;
  readonly homes: Map<string, HomeRecord>;
  readonly reservations: Map<string, RowsOfStep['reservations'][number]>;
  readonly tenancies: Map<string, RowsOfStep['tenancies'][number]>;
  readonly claims: Map<string, RowsOfStep['claims'][number]>;
  readonly repairs: Map<string, Repair>;
  readonly gaps: Map<string, AgreementGap>;
  readonly reports: Map<string, SafetyReport>;
  readonly meetings: Map<string, ResidentsMeeting>;
  readonly items: Map<string, AgendaItem>;
  readonly history: HistoryLine[];
  readonly receipts: Map<string, { readonly requestHash: string; readonly gives: JsonObject }>;
}

/** Registers with nothing in them. */
export const emptyRegisters = (): KeptRegisters => ({
  buildings: new Map(),
  homes: new Map(),
  reservations: new Map(),
  tenancies: new Map(),
  claims: new Map(),
  repairs: new Map(),
  gaps: new Map(),
  reports: new Map(),
  meetings: new Map(),
  items: new Map(),
  history: [],
  receipts: new Map(),
});
