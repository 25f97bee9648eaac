import { routes } from '@contract/routes.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../api/path.js';
import { useTellOpened } from '../api/use-tell-opened.js';
import { formatDate } from '../i18n/dates.js';
import { LetterText } from './letter-text.js';

interface Letter {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly sentAt: string;
  readonly to?: string;
  readonly byPost: boolean;
  /** Null until it was laid in the post. */
  readonly postedOn: string | null;
  /** Once it was, the day from which it counts as having come. */
  readonly arrivesOn: string | null;
}

/** Where a letter is as PDF. */
export const pdfOf = (id: string): string => `/api/v1/${pathOf(routes.letterPdf, { id })}`;

interface LettersProps {
  readonly letters: readonly Letter[];
  /** Whether they are to the reader, or to whom they act for: then it is told when one is opened. */
  readonly isToReader?: boolean;
}

/** To whom and when it went; one that goes by post has gone when it was laid there. */
function Way({ letter: { to, sentAt, byPost, postedOn, arrivesOn } }: { readonly letter: Letter }) {
  const { t } = useTranslation();
  const date = formatDate(sentAt);
  if (!byPost) return to === undefined ? t('common.letters.sent', { date }) : t('common.letters.sentTo', { date, to });

  const written =
    to === undefined ? t('common.letters.written', { date }) : t('common.letters.writtenTo', { date, to });
  const post =
    postedOn === null || arrivesOn === null
      ? t('common.letters.toPost')
      : t('common.letters.posted', { on: formatDate(postedOn), date: formatDate(arrivesOn) });
  return `${written} ${post}`;
}

/** Letters that have been sent; each opens where it stands. */
export function Letters({ letters, isToReader = false }: LettersProps) {
  const { t } = useTranslation();
  const onOpen = useTellOpened(isToReader);
  if (letters.length === 0) return <p className="subtle">{t('common.letters.empty')}</p>;

  return (
    <div className="stack-tight">
      {letters.map((letter) => {
        const { id, title, text } = letter;
        return (
          <Details key={id} data-size="sm" data-color="neutral" onToggle={() => onOpen(id)}>
            <Details.Summary>{title}</Details.Summary>
            <Details.Content>
              <p className="subtle">
                <Way letter={letter} />
              </p>
              <LetterText text={text} />
              <a className="ds-link" href={pdfOf(id)} download>
                {t('common.letters.pdf', { title })}
              </a>
            </Details.Content>
          </Details>
        );
      })}
    </div>
  );
}
