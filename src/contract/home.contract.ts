import { z } from 'zod';
import { fileFormat } from './record-file.contract.js';

const text = z.string().trim().min(1).max(200);
const group = z
  .string()
  .regex(/^[a-z0-9-]{1,50}$/, { error: 'Bruk bare små bokstaver fra a til z, tall og bindestrek.' });
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
  error: 'Bruk bare bokstaver fra a til z, tall, punktum og bindestrek, og begynn med en bokstav eller et tall.',
});
const count = z.number().int().min(0).max(10_000);
const kroner = z.number().int().min(0).max(1_000_000);
const kindOfWork = z.enum(['las-dor', 'vann', 'varme', 'strom', 'brann', 'fellesareal', 'annet']);
const repairer = z.enum(['trondheim-eiendom', 'borettslag', 'stiftelse', 'leietaker']);

/** Who does one kind of work in a building, where that is agreed otherwise than usual. */
export const repairRuleSchema = z.strictObject({
  work: kindOfWork,
  responsible: repairer,
  note: z.string().trim().min(1).max(500).optional(),
});

export const buildingFields = {
  name: text,
  address: text.optional(),
  groups: z.array(group).max(10),
  owner: z.enum(['kommune', 'borettslag', 'stiftelse', 'privat']),
  responsibleUnit: group,
  capacity: count.optional(),
  status: z.enum(['planlagt', 'i-bruk', 'avvikles', 'stengt']),
  finishedOn: z.iso.date().optional(),
  /** Hard constraints on who may live there, by name. */
  constraints: z.record(group, z.string().max(200)),
  repairRules: z.array(repairRuleSchema).max(20),
  /** How often its residents meet; left out: as the rule table says for its unit. */
  meetingEvery: z.enum(['P1M', 'P2M', 'P3M', 'P6M']).optional(),
  source: text.optional(),
  notes: z.string().trim().max(4000).optional(),
};

/** A building that is to be entered. */
export const enterBuildingSchema = z.strictObject({ id, ...buildingFields });

/** What is to be corrected in a building; fields that are left out stay, and null empties one that may be empty. */
export const correctBuildingSchema = z
  .strictObject({
    ...buildingFields,
    address: buildingFields.address.nullable(),
    capacity: buildingFields.capacity.nullable(),
    finishedOn: buildingFields.finishedOn.nullable(),
    meetingEvery: buildingFields.meetingEvery.nullable(),
    source: buildingFields.source.nullable(),
    notes: buildingFields.notes.nullable(),
  })
  .partial();

/** Stops or takes up again that people are given homes in a building, always with a reason. */
export const freezeSchema = z.strictObject({ frozen: z.boolean(), reason: z.string().trim().min(1).max(500) });

/** Says how the staff of a building work from now on, and why. */
export const staffingSchema = z.strictObject({
  staffing: z.enum(['dogn', 'base', 'ambulant', 'ingen']),
  reason: z.string().trim().min(1).max(2000),
});

// Called as in Kobo's Bolig API.
const homeFields = {
  building: id,
  name: text,
  koboId: text.optional(),
  fdvuBoligId: text.optional(),
  boligtype: text,
  egenskaper: z.array(text).max(50),
  antallSoverom: z.number().int().min(0).max(50).optional(),
  bruksareal: z.number().int().min(1).max(10_000).optional(),
  etasjenummer: z.number().int().min(-5).max(100).optional(),
  disposisjonsform: text,
  erBofellesskap: z.boolean(),
  erTilgjengeligForRullestolbruker: z.boolean(),
  leiekostnad: kroner.optional(),
  leieTilEiePotensial: z.boolean(),
  status: z.enum(['i-bruk', 'under-arbeid', 'utgatt']),
  source: text.optional(),
};

/** A home that is to be entered. */
export const enterHomeSchema = z.strictObject({ id, ...homeFields });

/** What is to be corrected in a home; fields that are left out stay, and null empties one that may be empty. */
export const correctHomeSchema = z
  .strictObject({
    ...homeFields,
    koboId: homeFields.koboId.nullable(),
    fdvuBoligId: homeFields.fdvuBoligId.nullable(),
    antallSoverom: homeFields.antallSoverom.nullable(),
    bruksareal: homeFields.bruksareal.nullable(),
    etasjenummer: homeFields.etasjenummer.nullable(),
    leiekostnad: homeFields.leiekostnad.nullable(),
    source: homeFields.source.nullable(),
  })
  .partial();

/** Keeps a home for somebody. */
export const reserveHomeSchema = z.strictObject({ person: id.optional(), untilOn: z.iso.date().optional() });

/** Lets a home go that was kept. */
export const releaseHomeSchema = z.strictObject({ reason: z.enum(['nei', 'utlopt', 'feil']) });

/** Lets a home. */
export const letHomeSchema = z.strictObject({
  person: id,
  fromOn: z.iso.date(),
  toOn: z.iso.date().optional(),
  rent: kroner.optional(),
});

/** Says when the tenant moves out, or was asked to. */
export const changeLeaseSchema = z
  .strictObject({ leavesOn: z.iso.date(), moveRequestedOn: z.iso.date() })
  .partial()
  .refine((said) => Object.keys(said).length > 0, { error: 'Skriv minst én dato.' });

/** Ends a lease. */
export const endLeaseSchema = z.strictObject({ endedOn: z.iso.date(), reason: text });

/** The answer to a change of a register: what it was about, and the revision that it led to where a record has one. */
export const homeAnswerSchema = z.object({ id: z.string(), revision: z.number().int().optional() });
export type HomeAnswer = z.infer<typeof homeAnswerSchema>;

/** Which homes: of a building, for a group, free or not; a page at a time. */
export const homeListQuerySchema = z.strictObject({
  building: id.optional(),
  group: group.optional(),
  boligtype: text.optional(),
  responsibleUnit: group.optional(),
  free: z.enum(['true', 'false']).optional(),
  wheelchair: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: id.optional(),
});

/** A building, and how many homes it has. */
export const buildingSchema = z.object({
  ...buildingFields,
  id: z.string(),
  revision: z.number().int(),
  synthetic: z.boolean(),
  freeze: z.object({ since: z.iso.datetime(), reason: z.string(), by: z.string() }).nullable(),
  freezeProposedAt: z.iso.datetime().nullable(),
  /** Reports of an unsafe building in the last month. */
  /** Reports of unsafety in the last month: null for whoever may not know, or where they are so few that they point at somebody. */
  recentReports: z.number().int().nullable(),
  homes: z.number().int(),
  free: z.number().int(),
  mayChange: z.boolean(),
});
export type BuildingView = z.infer<typeof buildingSchema>;

/** The same in a list: with how many holes there are in its agreement; null for whoever may not know of repairs. */
export const listedBuildingSchema = buildingSchema.extend({ gaps: z.int().nullable() });
export type ListedBuilding = z.infer<typeof listedBuildingSchema>;
export const buildingListSchema = z.object({ items: z.array(listedBuildingSchema) });

/** A home with Kobo's names: `boligreservasjon` and `leieforhold` are what holds it now. Who is only for those who may know. */
export const homeSchema = z.object({
  ...homeFields,
  id: z.string(),
  revision: z.number().int(),
  synthetic: z.boolean(),
  vacantSince: z.iso.date().nullable(),
  /** ledig | reservert | utleid | ute-av-bruk */
  availability: z.enum(['ledig', 'reservert', 'utleid', 'ute-av-bruk']),
  boligreservasjon: z
    .object({
      id: z.string(),
      person: z.string().nullable(),
      personName: z.string().nullable(),
      reservedAt: z.iso.datetime(),
      untilOn: z.iso.date().nullable(),
      processInstanceId: z.string().nullable(),
    })
    .nullable(),
  leieforhold: z
    .object({
      id: z.string(),
      person: z.string().nullable(),
      personName: z.string().nullable(),
      fromOn: z.iso.date(),
      toOn: z.iso.date().nullable(),
      leavesOn: z.iso.date().nullable(),
      rent: z.number().int().nullable(),
    })
    .nullable(),
});
export type HomeView = z.infer<typeof homeSchema>;
export const homeListSchema = z.object({
  items: z.array(homeSchema),
  /** Ask for what comes after this one; null: there is no more. */
  next: z.string().nullable(),
});

const historySchema = z.array(
  z.object({ revision: z.number().int(), at: z.iso.datetime(), actor: z.string(), text: z.string() }),
);

/** A repair that is under way: what and how urgent, never who lives there or why. */
export const repairSchema = z.object({
  id: z.string(),
  home: z.string().nullable(),
  homeName: z.string().nullable(),
  work: kindOfWork,
  urgency: z.enum(['fare', 'haster', 'vanlig', 'onske']),
  responsible: repairer.nullable(),
  state: z.enum(['meldt', 'fordelt', 'sikret', 'utfort', 'lost', 'hos-leder']),
  reportedAt: z.iso.datetime(),
  reopened: z.number().int(),
  /** Whether the reader may open its case. */
  isOpenToReader: z.boolean(),
});
export type RepairView = z.infer<typeof repairSchema>;

/** One home with the building it stands in and what happened to it. */
export const homeDetailSchema = homeSchema.extend({
  place: buildingSchema,
  history: historySchema,
  mayChange: z.boolean(),
  /** Repairs that are not solved, the newest first; null for whoever may not know of them. */
  repairs: z.array(repairSchema).nullable(),
  /** The cases about where the tenant is to live that the reader may see, the newest first; null where the tenant is not named. */
  career: z.array(z.object({ id: z.string(), title: z.string(), isOpen: z.boolean() })).nullable(),
});
export type HomeDetail = z.infer<typeof homeDetailSchema>;

/** One building with what happened to it, what is under way in it, and what the reader may do. */
export const buildingDetailSchema = buildingSchema.extend({
  history: historySchema,
  /** How its staff work, as last told; null: nobody has told. */
  staffing: z.object({ staffing: z.enum(['dogn', 'base', 'ambulant', 'ingen']), since: z.iso.datetime() }).nullable(),
  /** Repairs that are not solved, the newest first; null for whoever may not know of them. */
  repairs: z.array(repairSchema).nullable(),
  /**
   * Work that whoever it was left to has refused, and that nobody else is agreed for: how often, and what was said the last time; null for whoever may not
   * know of repairs.
   */
  gaps: z
    .array(
      z.object({
        work: kindOfWork,
        refusedBy: repairer,
        reason: z.string(),
        foundAt: z.iso.datetime(),
        times: z.int(),
      }),
    )
    .nullable(),
  /** The case that winds it down, for whoever may see that. */
  windDown: z.string().nullable(),
  may: z.object({
    freeze: z.boolean(),
    changeStaffing: z.boolean(),
    windDown: z.boolean(),
    readMeetings: z.boolean(),
    countSafety: z.boolean(),
  }),
});
export type BuildingDetail = z.infer<typeof buildingDetailSchema>;

/** Which kind of file is wanted. */
export const homeExportQuerySchema = z.strictObject({ format: fileFormat.default('csv') });

/** A file with every home. */
export const homeExportSchema = z.object({ format: fileFormat, fileName: z.string(), content: z.string() });

/** How many faults were reported in a building: null where they are so few that they could point at somebody. */
export const repairFiguresSchema = z.object({
  building: z.string(),
  /** Those that are not solved. */
  open: z.number().int().nullable(),
  lastYear: z.number().int().nullable(),
});
export type RepairFigures = z.infer<typeof repairFiguresSchema>;
