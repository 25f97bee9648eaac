import type { CaseRecordList } from '@contract/case-decision.contract.js';
import { Button, Heading } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { recordsQuery } from '../../api/people-queries.js';
import { Facts } from '../../components/facts.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { writtenWords } from '../../forms/written-words.js';
import type { WrittenWords } from '../../forms/written-words.js';
import { formatDate } from '../../i18n/dates.js';

type CaseRecord = CaseRecordList['items'][number];

/** How what stands in a field is shown. */
function useShown(): (words: WrittenWords) => string {
  const { t } = useTranslation();
  return ({ kind, texts }) => {
    if (kind === 'date') return texts.map(formatDate).join(', ');
    if (kind === 'yes-no') return texts.map((text) => (text === 'true' ? t('common.yes') : t('common.no'))).join(', ');
    return texts.join('\n');
  };
}

function Record({ record: { register, at, byName, form, content } }: { readonly record: CaseRecord }) {
  const { t } = useTranslation();
  const shown = useShown();
  const words = writtenWords(form, content);
  return (
    <article className="card wide">
      <Heading level={3} data-size="2xs">
        {t('records.heading', { register: t(`records.register.${register}`), date: formatDate(at) })}
      </Heading>
      <p className="subtle">{t('records.by', { name: byName })}</p>
      <Facts
        items={words.map((one) => [
          one.label,
          <span key={one.name} className="letter">
            {shown(one)}
          </span>,
        ])}
      />
    </article>
  );
}

function Records({ items }: CaseRecordList) {
  const { t } = useTranslation();
  const top = useRef<HTMLDivElement>(null);
  // The button that asked for this is gone: whoever pressed it is led to what came.
  useEffect(() => top.current?.focus(), []);
  return (
    <div ref={top} tabIndex={-1} className="stack-tight">
      {items.length === 0 && <p className="subtle">{t('records.empty')}</p>}
      {items.map((record) => (
        <Record key={record.id} record={record} />
      ))}
    </div>
  );
}

interface CaseRecordsProps {
  readonly caseId: string;
  /** True where the reader is the one it is about: then it is told to them. */
  readonly isOwn: boolean;
}

/** The mappings and orders of a case, word by word; read only when the reader asks for them, for the person is told of every reading. */
export function CaseRecords({ caseId, isOwn }: CaseRecordsProps) {
  const { t } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery({ ...recordsQuery(caseId), enabled: false });
  const whose = isOwn ? 'own' : 'theirs';
  return (
    <Section title={t(`records.title.${whose}`)}>
      {error !== null && <ProblemAlert error={error} />}
      {data === undefined ? (
        <>
          <p className="subtle">{t(`records.lead.${whose}`)}</p>
          <div>
            <Button variant="secondary" data-size="sm" loading={isFetching} onClick={() => void refetch()}>
              {t(`records.show.${whose}`)}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Records items={data.items} />
          {isOwn && <p className="subtle">{t('records.wrong')}</p>}
        </>
      )}
    </Section>
  );
}
