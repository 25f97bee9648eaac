import { lengthText } from '../../cases/deadlines/length-text.js';
import { ruleInWords } from '../../cases/deadlines/rule-in-words.js';
import type { ExplanationWords } from '../../cases/deadlines/explanation-texts.js';
import type { LegalBasis } from '../../cases/decisions/legal-bases.js';
import type { DeadlineRuleView, RulesView } from '../../contract/rules.contract.js';
import type { DeadlineRule } from '../../engine/index.js';
import type { LocalDate } from '../../shared/time.js';
import { isValidOn } from '../../shared/valid-on.js';

/** In which words rules are told, and on which day. */
export interface RuleWords {
  readonly words: ExplanationWords;
  readonly today: LocalDate;
}

/** A version of a deadline rule as people read it. */
export function deadlineRuleView(rule: DeadlineRule, { words, today }: RuleWords): DeadlineRuleView {
  const {
    id,
    name,
    kind,
    law,
    verified,
    validFrom,
    between,
    start = null,
    consequence = null,
  } = ruleInWords(rule, words.texts);
  const periodText = (period: string): string => lengthText({ period }, words);
  return {
    ...{ id, name, kind, law, verified, validFrom, validTo: rule.validTo ?? null },
    start,
    length: lengthText(rule.length, words),
    isInForce: isValidOn(rule, today),
    chosenLocally: kind === 'local',
    between: between === undefined ? null : { least: periodText(between[0]), most: periodText(between[1]) },
    mayPause: (rule.pausable ?? []).length > 0,
    extension: rule.extension ?? null,
    breachTo: rule.breachTo ?? null,
    consequence,
  };
}

/** A version of a legal basis as people read it. */
export function legalBasisView(basis: LegalBasis, today: LocalDate): RulesView['legalBases'][number] {
  const { id, name, law, verified, validFrom, appealBody, appealRule, fourEyes } = basis;
  return {
    ...{ id, name, law, verified, validFrom, appealBody, appealRule, fourEyes: [...fourEyes] },
    validTo: basis.validTo ?? null,
    isInForce: isValidOn(basis, today),
  };
}
