import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { personCasesQuery, personDecisionsQuery } from '../../api/people-queries.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { StateTag } from '../../components/state-tag.js';
import { formatShortDate } from '../../i18n/dates.js';
import { Decision } from '../decisions/decisions.js';

interface OfPerson {
  readonly personId: string;
}

interface ReadByPerson extends OfPerson {
  /** True where the reader is the person: their cases are told as journeys. */
  readonly isOwn: boolean;
}

function CaseLink({ id, title, isOwn }: { readonly id: string; readonly title: string; readonly isOwn: boolean }) {
  return isOwn ? (
    <PageLink to="/reiser/$journeyId" params={{ journeyId: id }}>
      {title}
    </PageLink>
  ) : (
    <PageLink to="/saker/$caseId" params={{ caseId: id }}>
      {title}
    </PageLink>
  );
}

/** The cases about a person that the reader may see, the newest first. */
export function PersonCases({ personId, isOwn }: ReadByPerson) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(personCasesQuery(personId));
  return (
    <Section title={t('persons.cases.title')}>
      {data.items.length === 0 && <p className="subtle">{t('persons.cases.none')}</p>}
      <ul className="plain">
        {data.items.map(({ id, title, state, startedAt, endedAt }) => (
          <li key={id}>
            <CaseLink id={id} title={title} isOwn={isOwn} /> <StateTag state={state} />{' '}
            <span className="subtle">
              {endedAt === null
                ? t('persons.cases.since', { date: formatShortDate(startedAt) })
                : t('persons.cases.ended', { from: formatShortDate(startedAt), to: formatShortDate(endedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The decisions about a person in those cases. */
export function PersonDecisions({ personId, isOwn }: ReadByPerson) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(personDecisionsQuery(personId));
  return (
    <Section title={t('persons.decisions.title')}>
      {data.items.length === 0 && <p className="subtle">{t('persons.decisions.none')}</p>}
      {data.items.map((decision) => (
        <div key={decision.id} className="stack-tight">
          <Decision decision={decision} isOwn={isOwn} />
          <p>
            {t('persons.decisions.case')}:{' '}
            <CaseLink id={decision.processInstanceId} title={decision.caseTitle} isOwn={isOwn} />
          </p>
        </div>
      ))}
    </Section>
  );
}
