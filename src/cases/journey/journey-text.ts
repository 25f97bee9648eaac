/** What the applicant is told about one stage of the journey, whatever the case. */
export interface JourneyStageText {
  /** 1–9. */
  readonly stage: number;
  readonly name: string;
  /** Who has the ball when no open task says it: unit and function. */
  readonly who: string;
  /** What happens in this stage, in one plain sentence. */
  readonly what: string;
  readonly phone?: string;
  /** What the applicant can do now: add something, bring somebody, ask for reasons, appeal, withdraw. */
  readonly canDo: readonly string[];
}

/** The nine stages in order, as read from workflows/boligsokerreise.json. */
export type JourneyText = readonly JourneyStageText[];
