import type { DeadlineRule } from '../../engine/index.js';
import type { ExplanationTexts } from './explanation-texts.js';

/** A rule of the register as it is said in a language: its name, what it is counted from, its law and what follows when it is missed. */
export function ruleInWords<Rule extends Pick<DeadlineRule, 'name' | 'law' | 'start' | 'consequence'>>(
  rule: Rule,
  { regler }: Pick<ExplanationTexts, 'regler'>,
): Rule {
  const say = (text: string): string => regler[text] ?? text;
  const { name, law, start, consequence } = rule;
  return {
    ...rule,
    ...{ name: say(name), law: say(law) },
    ...(start === undefined ? {} : { start: say(start) }),
    ...(consequence === undefined ? {} : { consequence: say(consequence) }),
  };
}
