import type { Period } from '../../shared/time.js';

/** FEEL source as written in the diagram, without the leading `=`; compiled once per definition. */
export type FeelSource = string;

/** Text as it is written, or FEEL that gives a text when it begins with `=`, as in `=gruppe`. */
export type FeelText = string;

/** A value copied into or out of an activity or event (BPMN 2.0.2 §10.4.2): FEEL `source` is written to variable `target`. */
export interface Mapping {
  readonly source: FeelSource;
  readonly target: string;
  /** Names under which the value may have come; the first that is there is copied, none of them writes nothing. */
  readonly names?: readonly string[];
}

/** The way by which a message reaches a person: `inbox` is read in Boligflyt itself and leaves it never. */
export type NoticeChannel = 'email' | 'sms' | 'digitalpost' | 'inbox';

/** How a rung is said, where the municipality's own rule for its kind will not do; the engine carries it and looks at nothing of it. */
export interface RungNotice {
  readonly channel?: NoticeChannel;
  /** Id of the text in `workflows/meldinger/`. */
  readonly text?: string;
}

/** One rung of a reminder ladder, counted in days from the deadline's due date, rung at 08:00 Europe/Oslo. */
export interface LadderRung extends RungNotice {
  readonly kind: 'reminder' | 'escalation';
  /** Signed ISO period from the due date: `-P7D` is a week before, `P0D` the day itself, `P1D` the day after. */
  readonly offset: Period;
  /**
   * `assignee` (the candidate groups while nobody is assigned), `leader` of the unit whose task it is, `owner` of the case,
   * `substitute` of an absent assignee, or the name of a group.
   */
  readonly to: string;
}

/** The deadline of a user task or of a timer: a rule of the deadline register and the day it runs from. */
export interface DeadlineUse {
  /** Id in the deadline register, e.g. `D02` (domain register §3.2). */
  readonly rule: string;
  /** FEEL giving an ISO date or instant; absent: the day on which the element is activated. */
  readonly from?: FeelSource;
  /** Rungs drawn in the diagram; absent: the ladder of the rule itself. */
  readonly ladder?: readonly LadderRung[];
}

/** A participation checkpoint (medvirkningspunkt) that a user task stands for, e.g. `MP-B4`. */
export interface ParticipationUse {
  readonly code: FeelText;
}

/** Which version of a process or a decision is called (Camunda's binding types). */
export type Binding =
  | { readonly kind: 'latest' | 'deployment' }
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'version-tag'; readonly versionTag: string };

/** What read models are told by the diagram; the engine itself never looks at it. */
export interface ReadModelHint {
  /** Stage 1–9 of the applicant's journey that begins when this node is entered. */
  readonly stage?: number;
  /** Phase 1–8 of a housing project that begins when this node is entered. */
  readonly phase?: number;
  /** How long nobody need look at a case that stands here, in place of what the process says; only where the process counts it. */
  readonly attention?: Period;
  /** The register that the result of this user task is written in, in the transaction that completes it. */
  readonly register?: string;
  /** What may be done here otherwise than the rule is, by the names that the report has for it, separated by spaces. */
  readonly exception?: string;
  /** The user tasks, separated by spaces, of which whoever last did one may not do this one: it is the second pair of eyes. */
  readonly otherThan?: string;
  /** The group that whoever does this user task is in besides: delegated authority (delegert myndighet). */
  readonly authority?: string;
}
