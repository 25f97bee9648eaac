import type { PersonRecord } from '@contract/person-record.contract.js';
import { routes } from '@contract/routes.contract.js';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { PageLink } from '../../components/page-link.js';
import { StateTag } from '../../components/state-tag.js';
import { formatDate, formatShortDate } from '../../i18n/dates.js';
import { IsOwn } from './is-own.js';
import { Part } from './part.js';

type Case = PersonRecord['cases'][number];
type Decision = PersonRecord['decisions'][number];

interface CaseLineProps {
  readonly it: Case;
  readonly application: PersonRecord['applications'][number] | undefined;
}

/** The way to a case; who acts for somebody follows the journeys, and reads of the others that they are there. */
function CaseLink({ it: { id, title, isJourney } }: Pick<CaseLineProps, 'it'>) {
  const isOwn = use(IsOwn);
  if (isJourney)
    return (
      <PageLink to="/reiser/$journeyId" params={{ journeyId: id }}>
        {title}
      </PageLink>
    );
  if (!isOwn) return title;
  return (
    <PageLink to="/saker/$caseId" params={{ caseId: id }}>
      {title}
    </PageLink>
  );
}

function CaseLine({ it, application }: CaseLineProps) {
  const { t } = useTranslation();
  return (
    <li>
      <CaseLink it={it} /> <StateTag state={it.state} />{' '}
      <span className="subtle">
        {it.endedAt === null
          ? t('aboutMe.cases.since', { date: formatShortDate(it.startedAt) })
          : t('aboutMe.cases.ended', { from: formatShortDate(it.startedAt), to: formatShortDate(it.endedAt) })}
      </span>
      {application !== undefined && (
        <span className="block">
          {t('aboutMe.cases.received', { date: formatDate(application.receivedOn), unit: application.belongsTo })}
        </span>
      )}
      {it.waitingSince !== null && (
        <span className="block">{t('aboutMe.cases.waits', { date: formatDate(it.waitingSince) })}</span>
      )}
    </li>
  );
}

/** What they applied for, and every case about them. */
export function Cases({ applications, cases }: Pick<PersonRecord, 'applications' | 'cases'>) {
  const { t } = useTranslation();
  return (
    <Part part="saker">
      {cases.length === 0 && <p>{t('aboutMe.cases.none')}</p>}
      <ul className="plain">
        {cases.map((it) => (
          <CaseLine key={it.id} it={it} application={applications.find(({ id }) => id === it.id)} />
        ))}
      </ul>
    </Part>
  );
}

function useHeading(): (decision: Decision) => string {
  const { t } = useTranslation();
  return ({ kind: kindOf, outcome, decidedAt }) => {
    const [kind, date] = [t(`decisions.kind.${kindOf}`), formatDate(decidedAt)];
    return outcome === 'innvilget' || outcome === 'delvis' || outcome === 'avslag'
      ? t('aboutMe.decisions.with', { kind, date, outcome: t(`decisions.outcome.${outcome}`) })
      : t('aboutMe.decisions.of', { kind, date });
  };
}

/** What was decided about them; the text is in the case and in the letter. */
export function Decisions({ decisions }: Pick<PersonRecord, 'decisions'>) {
  const { t } = useTranslation();
  const heading = useHeading();
  return (
    <Part part="vedtak">
      {decisions.length === 0 && <p>{t('aboutMe.decisions.none')}</p>}
      <ul className="plain">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <span className="strong">{heading(decision)}</span>{' '}
            {decision.legalBasis !== null && t('aboutMe.decisions.basis', { what: decision.legalBasis })}{' '}
            {decision.validTo !== null && t('aboutMe.decisions.validTo', { date: formatDate(decision.validTo) })}{' '}
            {decision.quashedAt !== null && t('aboutMe.decisions.quashed', { date: formatDate(decision.quashedAt) })}
          </li>
        ))}
      </ul>
      {decisions.length > 0 && <p>{t('aboutMe.decisions.appeal')}</p>}
    </Part>
  );
}

/** What was sent to them. */
export function Letters({ letters, messages }: Pick<PersonRecord, 'letters' | 'messages'>) {
  const { t } = useTranslation();
  const isOwn = use(IsOwn);
  return (
    <Part part="brev">
      {letters.length + messages.length === 0 && <p>{t('aboutMe.letters.none')}</p>}
      <ul className="plain tight">
        {letters.map(({ id, title, sentAt }) => (
          <li key={id}>
            <a className="ds-link" href={`/api/v1/${pathOf(routes.letterPdf, { id })}`} download>
              {t('aboutMe.letters.of', { title, date: formatDate(sentAt) })}
            </a>
          </li>
        ))}
      </ul>
      {messages.length > 0 && (
        <p>
          {t('aboutMe.letters.messages', { count: messages.length })}{' '}
          {isOwn && <PageLink to="/varsler">{t('aboutMe.letters.toMessages')}</PageLink>}
        </p>
      )}
    </Part>
  );
}
