import type { Id } from '../../shared/id.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant, LocalDate } from '../../shared/time.js';

/** Who owns a building: the municipality, a housing co-operative, a foundation or somebody else. */
export const owners = ['kommune', 'borettslag', 'stiftelse', 'privat'] as const;

/** How far a building has come. */
export const buildingStates = ['planlagt', 'i-bruk', 'avvikles', 'stengt'] as const;

/** How the staff of a building work: there day and night, there by day, visiting, or not at all. */
export const staffings = ['dogn', 'base', 'ambulant', 'ingen'] as const;

/** One of them. */
export type Staffing = (typeof staffings)[number];

/** Who may be asked to repair something. */
export const repairers = ['trondheim-eiendom', 'borettslag', 'stiftelse', 'leietaker'] as const;

/** Kinds of work that are agreed on apart. */
export const kindsOfWork = ['las-dor', 'vann', 'varme', 'strom', 'brann', 'fellesareal', 'annet'] as const;

/** How often residents may be called to meet. */
export const meetingCadences = ['P1M', 'P2M', 'P3M', 'P6M'] as const;

/** Somebody who may be asked to repair something. */
export type Repairer = (typeof repairers)[number];

/** A kind of work. */
export type KindOfWork = (typeof kindsOfWork)[number];

/** Who does one kind of work in a building, where that is agreed otherwise than usual. */
export interface RepairRule {
  readonly work: KindOfWork;
  readonly responsible: Repairer;
  readonly note?: string | undefined;
}

/** What people keep of a building. */
export interface BuildingFacts {
  readonly name: string;
  readonly address?: string;
  /** Whom its homes are for: `rus`, `rop`, `psykisk-helse`, `kvinner`, … */
  readonly groups: readonly string[];
  readonly owner: (typeof owners)[number];
  /** The group of the unit that answers for life in it. */
  readonly responsibleUnit: string;
  /** How many homes it is said to have; absent where nobody knows. */
  readonly capacity?: number;
  readonly status: (typeof buildingStates)[number];
  readonly finishedOn?: LocalDate;
  /** Hard constraints on who may live there, by name: `{ "kjonn": "kvinne" }`. */
  readonly constraints: JsonObject;
  readonly repairRules: readonly RepairRule[];
  /** How often its residents meet, as an ISO 8601 duration; absent: as the rule table says for its unit. */
  readonly meetingEvery?: (typeof meetingCadences)[number];
  readonly synthetic: boolean;
  readonly source?: string;
  readonly notes?: string;
}

/** Why and since when nobody is given a home in a building. */
export interface AllocationFreeze {
  readonly since: Instant;
  readonly reason: string;
  readonly by: Id<'Actor'>;
}

/** A building (bygg) as the register has it. */
export interface BuildingRecord extends BuildingFacts {
  readonly id: Id<'Building'>;
  /** Counts the changes, from 1. */
  readonly revision: number;
  readonly freeze?: AllocationFreeze;
  /** When a freeze was last proposed that nobody has decided on. */
  readonly freezeProposedAt?: Instant;
  /** Reports of an unsafe building in the last month. */
  readonly recentReports: number;
}
