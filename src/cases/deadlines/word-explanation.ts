import { explainDeadline, localDateOf } from '../../engine/index.js';
import type { Deadline, DeadlineRule, DeadlineStep } from '../../engine/index.js';
import type { JsonObject } from '../../shared/json.js';
import type { Instant } from '../../shared/time.js';
import { dateText, fillTemplate } from '../fill-template.js';
import { withoutStop } from '../without-stop.js';
import { clockInNorway } from './date-in-norway.js';
import type { ExplanationTexts, ExplanationWords } from './explanation-texts.js';
import { counted, lengthText } from './length-text.js';
import { ruleInWords } from './rule-in-words.js';

/** A step of “hvorfor denne datoen” with the sentence about it. */
export interface WordedStep extends DeadlineStep {
  readonly text: string;
}

/** “Hvorfor denne datoen” in the words of one language: one sentence a step, two for the start. */
export function wordExplanation(
  rule: DeadlineRule,
  deadline: Deadline,
  words: ExplanationWords,
): readonly WordedStep[] {
  const said = ruleInWords(rule, words.texts);
  return explainDeadline(said, deadline).map((step) => ({ ...step, text: stepText(said, step, words) }));
}

/** What is said of a deadline whose rule the register has lost. */
export function lostRule(rule: string, { texts, language }: ExplanationWords): WordedStep {
  return { key: 'rule', text: fillTemplate(texts.steg['lost-rule'], { id: rule }, language) };
}

function stepText(rule: DeadlineRule, step: DeadlineStep, words: ExplanationWords): string {
  const { texts, language } = words;
  if (step.key === 'kind') return texts.slag[rule.kind];
  const said = fillTemplate(texts.steg[sentenceOf(rule, step)], valuesOf(rule, step, words), language);
  if (step.key !== 'start' || rule.start === undefined) return said;
  return `${fillTemplate(texts.steg['clock-starts'], { start: rule.start }, language)} ${said}`;
}

function sentenceOf({ length, kind }: DeadlineRule, { key, direction }: DeadlineStep): keyof ExplanationTexts['steg'] {
  const inHours = 'hours' in length;
  switch (key) {
    case 'start':
      return inHours ? `start-${length.count}` : 'start';
    case 'moved':
      return `moved-${direction ?? 'forward'}`;
    case 'legal':
      return kind === 'local' ? 'legal-local' : 'legal';
    case 'end':
      return inHours ? 'end-time' : 'end';
    case 'kind':
      return 'rule';
    default:
      return key;
  }
}

function valuesOf(rule: DeadlineRule, step: DeadlineStep, words: ExplanationWords): JsonObject {
  const { texts, language } = words;
  const { on, at, until, reason, ground, days, length } = step;
  return {
    id: rule.id,
    navn: rule.name,
    lov: rule.law,
    folge: rule.consequence ?? '',
    begrunnelse: withoutStop(reason ?? ''),
    fridag: texts.fridager[reason ?? ''] ?? reason ?? '',
    ...(on === undefined ? {} : { dato: on, tid: at === undefined ? dateText(on, language) : timeText(at, words) }),
    ...(until === undefined ? {} : { til: until }),
    ...(ground === undefined ? {} : { grunn: texts.grunn[ground] }),
    ...(days === undefined ? {} : { dager: counted(days, texts.lengde.day) }),
    ...(length === undefined ? {} : { lengde: lengthText(length, words) }),
  };
}

/** An instant as people read it, e.g. `torsdag 24. desember 2026 klokka 08:00`. */
const timeText = (at: Instant, { texts, language }: ExplanationWords): string =>
  fillTemplate(texts.klokka, { dato: localDateOf(at), klokka: clockInNorway(at) }, language);
