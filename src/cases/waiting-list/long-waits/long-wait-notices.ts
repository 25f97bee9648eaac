import { localDateOf } from '../../../engine/index.js';
import type { Person } from '../../../runtime/case-ports.js';
import type { LongWait } from '../../../runtime/long-wait-ports.js';
import { idOf } from '../../../shared/id.js';
import type { Instant } from '../../../shared/time.js';
import { fewestShown, suppressOne } from '../../figures/suppress.js';
import { fillTemplate } from '../../fill-template.js';
import type { NoticeToWrite } from '../../notifications/postbox.js';
import { waitingSince } from '../priority/circumstances.js';
import type { PassedThreshold } from './thresholds.js';

/** Who is told of whose wait. */
interface Told {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly wait: LongWait;
  readonly passed: PassedThreshold;
  readonly at: Instant;
  readonly publicUrl: string;
}

/** A notice without the municipality and the time. */
export type LongWaitNotice = Omit<NoticeToWrite, 'tenant' | 'at'>;

/** Tells somebody who sees who waits of a case whose wait is long. */
export function longWaitNotice({ person, wait, passed: { months }, publicUrl }: Told): LongWaitNotice {
  const { processInstanceId } = wait;
  const siden = waitingSince(wait);
  const values = { navn: person.name, maneder: months, siden, lenke: `${publicUrl}/saker/${processInstanceId}` };
  return {
    ...{ processInstanceId, kind: 'long-wait', key: `long-wait/${processInstanceId}/${months}/${person.id}` },
    words: ({ varsler: { 'long-wait': said } }, language) => ({
      subject: fillTemplate(said.emne, values, language),
      text: fillTemplate(said.tekst, values, language),
    }),
  };
}

/** Tells somebody who sees figures only how many have waited as long: once a day for each threshold, and of nobody in particular. */
export function longWaitsNotice(told: Told & { readonly howMany: number }): LongWaitNotice {
  const { person, passed, at, publicUrl, howMany } = told;
  const antall = String(suppressOne(howMany) ?? `1–${fewestShown - 1}`);
  const values = { navn: person.name, maneder: passed.months, antall, lenke: `${publicUrl}/venteliste` };
  return {
    ...{ processInstanceId: idOf(''), kind: 'long-waits' },
    key: `long-waits/${passed.months}/${localDateOf(at)}/${person.id}`,
    words: ({ varsler: { 'long-waits': said } }, language) => ({
      subject: fillTemplate(said.emne, values, language),
      text: fillTemplate(said.tekst, values, language),
    }),
  };
}
