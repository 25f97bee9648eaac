import { routes } from '@contract/routes.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { useTellOpened } from '../api/use-tell-opened.js';
import { formatDate } from '../i18n/dates.js';
import { LetterText } from './letter-text.js';

interface Letter {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly sentAt: string;
  readonly to?: string;
  /** Where it went by post, the day from which it counts as having come. */
  readonly arrivesOn: string | null;
}

const pdfOf = (id: string): string => `/api/v1/${routes.letterPdf.replace(':id', encodeURIComponent(id))}`;

interface LettersProps {
  readonly letters: readonly Letter[];
  /** Whether they are to the reader, or to whom they act for: then it is told when one is opened. */
  readonly isToReader?: boolean;
}

/** Letters that have been sent; each opens where it stands. */
export function Letters({ letters, isToReader = false }: LettersProps) {
  const { t } = useTranslation();
  const onOpen = useTellOpened(isToReader);
  if (letters.length === 0) return <p className="subtle">{t('common.letters.empty')}</p>;

  return (
    <div className="stack-tight">
      {letters.map(({ id, title, text, sentAt, to, arrivesOn }) => (
        <Details key={id} data-size="sm" data-color="neutral" onToggle={() => onOpen(id)}>
          <Details.Summary>{title}</Details.Summary>
          <Details.Content>
            <p className="subtle">
              {to === undefined
                ? t('common.letters.sent', { date: formatDate(sentAt) })
                : t('common.letters.sentTo', { date: formatDate(sentAt), to })}
              {arrivesOn !== null && ` ${t('common.letters.posted', { date: formatDate(arrivesOn) })}`}
            </p>
            <LetterText text={text} />
            <a className="ds-link" href={pdfOf(id)} download>
              {t('common.letters.pdf', { title })}
            </a>
          </Details.Content>
        </Details>
      ))}
    </div>
  );
}
