import type { Figures } from '@contract/figures.contract.js';
import { routes } from '@contract/routes.contract.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { figuresQuery, kostraQuery } from '../../api/queries.js';
import { useToday } from '../../api/use-today.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { YearChoice } from '../../components/year-choice.js';
import { formatDate } from '../../i18n/dates.js';
import { FigureTables } from './figure-tables.js';

/** Figures for leaders of a year, and the list for KOSTRA, as tables and as files. */
export function FiguresPage() {
  const { t } = useTranslation();
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);

  return (
    <Page title={t('figures.title')} lead={t('figures.lead')}>
      <YearChoice label={t('figures.year')} thisYear={thisYear} year={year} choose={setYear} />
      <FiguresOfYear year={year} />
      <p>
        <PageLink to="/bytte">{t('operation.stuck.open')}</PageLink>
      </p>
    </Page>
  );
}

function FiguresOfYear({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { data: figures } = useSuspenseQuery(figuresQuery(year));
  const { data: kostra } = useSuspenseQuery(kostraQuery(year));

  return (
    <>
      <p role="status">
        {figures.isFinal ? t('figures.final') : t('figures.running', { date: formatDate(figures.until) })}{' '}
        {t('figures.hiddenNote', { count: figures.fewestShown })}
      </p>
      <Section title={t('figures.leaders')}>
        <Files route={routes.figuresFile} of={figures} />
        <FigureTables tables={figures.tables} />
      </Section>
      <Section title={t('figures.kostra')}>
        <Files route={routes.kostraFile} of={kostra} />
        {kostra.deletedSince > 0 && <p>{t('figures.deleted', { count: kostra.deletedSince })}</p>}
        <FigureTables tables={kostra.tables} />
      </Section>
    </>
  );
}

function Files({ route, of: { year } }: { readonly route: string; readonly of: Pick<Figures, 'year'> }) {
  const { t } = useTranslation();
  return (
    <ul className="plain tools">
      {(['csv', 'xlsx'] as const).map((format) => (
        <li key={format}>
          <a className="ds-link" href={`/api/v1/${route}?year=${year}&format=${format}`} download>
            {t(`figures.${format}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
