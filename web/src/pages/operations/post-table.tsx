import type { LettersToPost } from '@contract/letter.contract.js';
import { Checkbox, Table, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { pdfOf } from '../../components/letters.js';
import { PageLink } from '../../components/page-link.js';
import { formatDate } from '../../i18n/dates.js';

/** A letter that waits. */
export type WaitingLetter = LettersToPost['items'][number];

interface PostTableProps {
  readonly letters: readonly WaitingLetter[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
}

function Address({ letter: { address, isProtected } }: { readonly letter: WaitingLetter }) {
  const { t } = useTranslation();
  if (isProtected) return <span className="subtle">{t('post.protected')}</span>;
  return <span className="subtle">{address ?? t('post.noAddress')}</span>;
}

function Row({ letter, chosen, choose }: Omit<PostTableProps, 'letters'> & { readonly letter: WaitingLetter }) {
  const { t } = useTranslation();
  const { id, title, caseId, caseTitle, writtenAt } = letter;
  const recipient = letter.recipient === '' ? t('post.nobody') : letter.recipient;
  return (
    <Table.Row>
      <Table.Cell data-label={t('post.choose')}>
        <Checkbox
          data-size="sm"
          aria-label={t('post.chooseOne', { title, recipient })}
          checked={chosen.has(id)}
          onChange={({ target }) => choose([id], target.checked)}
        />
      </Table.Cell>
      <Table.HeaderCell scope="row" data-label={t('post.letter')}>
        {title}
        <br />
        <PageLink to="/saker/$caseId" params={{ caseId }}>
          {caseTitle}
        </PageLink>
      </Table.HeaderCell>
      <Table.Cell data-label={t('post.to')}>
        {recipient}
        <br />
        <Address letter={letter} />
      </Table.Cell>
      <Table.Cell data-label={t('post.written')}>
        {formatDate(writtenAt)}
        <br />
        {letter.isLate ? (
          <Tag data-color="danger" data-size="sm">
            {t('post.late', { date: formatDate(letter.postBy) })}
          </Tag>
        ) : (
          <span className="subtle">{t('post.by', { date: formatDate(letter.postBy) })}</span>
        )}
      </Table.Cell>
      <Table.Cell data-label={t('post.print')}>
        <a className="ds-link" href={pdfOf(id)} download aria-label={t('post.pdfOf', { title, recipient })}>
          {t('post.pdf')}
        </a>
      </Table.Cell>
    </Table.Row>
  );
}

/** What waits, each with its PDF, to be ticked off. */
export function PostTable({ letters, chosen, choose }: PostTableProps) {
  const { t } = useTranslation();
  const ids = letters.map(({ id }) => id);
  return (
    <>
      <Checkbox
        data-size="sm"
        label={t('post.all')}
        checked={ids.every((id) => chosen.has(id))}
        onChange={({ target }) => choose(ids, target.checked)}
      />
      <Table className="cards-on-phone" data-size="sm" aria-label={t('post.list')}>
        <Table.Head>
          <Table.Row>
            {(['choose', 'letter', 'to', 'written', 'print'] as const).map((column) => (
              <Table.HeaderCell key={column}>{t(`post.${column}`)}</Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {letters.map((letter) => (
            <Row key={letter.id} letter={letter} chosen={chosen} choose={choose} />
          ))}
        </Table.Body>
      </Table>
    </>
  );
}
