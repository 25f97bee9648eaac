import { localDateOf } from '../../engine/index.js';
import type { Person } from '../../runtime/case-ports.js';
import { idOf } from '../../shared/id.js';
import type { Instant } from '../../shared/time.js';
import { fillTemplate } from '../fill-template.js';
import type { NoticeToWrite } from '../notifications/postbox.js';

/** Who is told of letters that lie unposted. */
interface Told {
  readonly person: Pick<Person, 'id' | 'name'>;
  /** How often it was told of these letters, this time counted. */
  readonly level: number;
  /** When the oldest was written. */
  readonly oldest: Instant;
  readonly at: Instant;
  readonly publicUrl: string;
}

/** Tells that letters lie unposted: of no case and nobody in particular, once a day for each step. */
export function unpostedNotice({ person, level, oldest, at, publicUrl }: Told): Omit<NoticeToWrite, 'tenant' | 'at'> {
  const values = { navn: person.name, dato: localDateOf(oldest), lenke: `${publicUrl}/brev-i-posten` };
  return {
    ...{ processInstanceId: idOf(''), kind: 'unposted-letter' },
    key: `unposted-letter/${level}/${localDateOf(at)}/${person.id}`,
    words: ({ varsler: { 'unposted-letter': said } }, language) => ({
      subject: fillTemplate(said.emne, values, language),
      text: fillTemplate(said.tekst, values, language),
    }),
  };
}
