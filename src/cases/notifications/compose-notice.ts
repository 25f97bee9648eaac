import type { Deadline, DeadlineRegister } from '../../engine/index.js';
import { localDateOf, openPause, ruleOf } from '../../engine/index.js';
import type { NoticeLanguage } from '../../runtime/notice-ports.js';
import type { TimerRow } from '../../runtime/read-ports.js';
import type { JsonObject } from '../../shared/json.js';
import type { LocalDate } from '../../shared/time.js';
import { ruleInWords } from '../deadlines/rule-in-words.js';
import { wordExplanation } from '../deadlines/word-explanation.js';
import { fillTemplate } from '../fill-template.js';
import type { NoticeKind, NoticeTexts } from './notice-texts.js';

/** What a notice about a task is about. */
export interface NoticeSubject {
  readonly kind: NoticeKind;
  /** Id of the text that a rung asks for, instead of the kind's. */
  readonly textId?: string;
  readonly taskName: string;
  readonly caseTitle: string;
  /** The address of the task. */
  readonly link: string;
  /** The group it goes to; absent when it goes to one person. */
  readonly group?: string;
  readonly deadline?: Deadline;
  /** The alarm of the same task that rings next. */
  readonly nextAlarm?: TimerRow;
}

/** What a person reads. */
export interface Notice {
  readonly subject: string;
  readonly text: string;
}

/** What notices are worded with. */
export interface Wording {
  readonly texts: NoticeTexts;
  readonly register: DeadlineRegister;
  readonly language: NoticeLanguage;
}

/** Words notices about tasks: what, why this date and by which rule, and what happens next. */
export function composeNotice(wording: Wording, about: NoticeSubject): (personName: string) => Notice {
  const { texts, language } = wording;
  const own = about.textId === undefined ? undefined : texts.tekster[about.textId];
  const { emne, tekst } = own ?? texts.varsler[about.kind];
  const values = { ...deadlineValues(wording, about.deadline), ...taskValues(wording, about) };
  return (navn) => ({
    subject: fillTemplate(emne, { ...values, navn }, language),
    text: fillTemplate(tekst, { ...values, navn }, language),
  });
}

function taskValues({ texts, language }: Wording, about: NoticeSubject): JsonObject {
  return {
    oppgave: about.taskName,
    sak: about.caseTitle,
    lenke: about.link,
    gruppe: groupName(texts, about.group ?? 'assignee'),
    videre: whatNext(texts, about, language),
  };
}

function deadlineValues({ register, texts, language }: Wording, deadline: Deadline | undefined): JsonObject {
  if (deadline === undefined) return {};

  const rule = ruleOf(register, deadline);
  const steps = rule === undefined ? [] : wordExplanation(rule, deadline, { texts: texts.hvorfor, language });
  const said = rule === undefined ? undefined : ruleInWords(rule, texts.hvorfor);
  const pause = openPause(deadline.pauses);
  const why = steps.map(({ text }) => text).join('\n');
  return {
    frist: deadline.dueOn,
    sisteDag: deadline.legalOn,
    ...(pause === undefined ? {} : { pausetFra: pause.from, pauseGrunn: pause.reason }),
    hvorfor: why,
    regel: `${deadline.rule} ${said?.name ?? ''}`.trim(),
    lov: said?.law ?? '',
  };
}

function whatNext(texts: NoticeTexts, { kind, nextAlarm }: NoticeSubject, language: NoticeLanguage): string {
  const { videre } = texts;
  const isOver = kind === 'breach' || kind === 'legal-breach';
  if (nextAlarm === undefined || nextAlarm.purpose === 'event') return isOver ? videre['etter-brudd'] : videre.ingen;

  return fillTemplate(
    videre[nextAlarm.purpose],
    { til: groupName(texts, nextAlarm.to ?? 'assignee'), dato: dateOf(nextAlarm) },
    language,
  );
}

// What rings at midnight is about the day that is over then.
function dateOf({ purpose, deadline, dueAt }: TimerRow): LocalDate {
  if (purpose === 'breach' && deadline !== undefined) return deadline.dueOn;
  if (purpose === 'legal-breach' && deadline !== undefined) return deadline.legalOn;
  return localDateOf(dueAt);
}

const groupName = ({ grupper }: NoticeTexts, group: string): string => grupper[group] ?? group;
