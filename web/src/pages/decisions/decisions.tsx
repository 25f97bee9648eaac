import type { CaseDecisionView } from '@contract/case-decision.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Heading } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { decisionsQuery } from '../../api/people-queries.js';
import { Facts } from '../../components/facts.js';
import { LetterText } from '../../components/letter-text.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { DecisionActs } from './decision-acts.js';

interface DecisionProps {
  readonly decision: CaseDecisionView;
  /** True where the reader is the one it is about: then it is told to them. */
  readonly isOwn: boolean;
}

const outcomes = ['innvilget', 'delvis', 'avslag'] as const;

/** “Vedtak 3. mars 2026: avslag”. */
function useHeading({ kind, outcome, decidedAt }: CaseDecisionView): string {
  const { t } = useTranslation();
  const known = outcomes.find((one) => one === outcome);
  const named = { kind: t(`decisions.kind.${kind}`), date: formatDate(decidedAt) };
  if (known === undefined) return t('decisions.heading', named);
  return t('decisions.headingWith', { ...named, outcome: t(`decisions.outcome.${known}`) });
}

function DecisionFacts({ decision: it, isOwn }: DecisionProps) {
  const { t } = useTranslation();
  const reached = useReached(it);
  const dueOn = it.appeal?.dueOn ?? null;
  return (
    <Facts
      items={[
        [isOwn ? t('decisions.own.basis') : t('decisions.basis'), it.legalBasis?.name ?? ''],
        [isOwn ? t('decisions.own.law') : t('decisions.law'), it.legalBasis?.law ?? t('decisions.noBasis')],
        [t('decisions.reached'), reached],
        [t('decisions.validTo'), it.validTo === null ? '' : formatDate(it.validTo)],
        [t('decisions.due'), it.appeal === null ? '' : dueOn === null ? t('decisions.dueLater') : formatDate(dueOn)],
        [t('decisions.body'), it.appeal?.body ?? ''],
        [
          t('decisions.asked'),
          it.reasonsAskedOn === null ? '' : t('decisions.askedOn', { date: formatDate(it.reasonsAskedOn) }),
        ],
        [t('decisions.letter'), it.letter === null ? '' : <LetterLink letter={it.letter} />],
        [t('decisions.appeals'), it.appeals.length === 0 ? '' : <Appeals appeals={it.appeals} isOwn={isOwn} />],
      ]}
    />
  );
}

/** When it reached the person, how that is known, and from whom. */
function useReached({ reachedOn, reachedHow, reachedBy, reachedWhy }: CaseDecisionView): string {
  const { t } = useTranslation();
  if (reachedOn === null) return t('decisions.notReached');
  const date = formatDate(reachedOn);
  if (reachedHow === null) return date;
  return `${date}. ${t(`decisions.how.${reachedHow}`, { name: reachedBy ?? t('decisions.municipality'), why: reachedWhy ?? '' })}`;
}

function LetterLink({ letter: { id, title } }: { readonly letter: NonNullable<CaseDecisionView['letter']> }) {
  const { t } = useTranslation();
  return (
    <a className="ds-link" href={`/api/v1/${pathOf(routes.letterPdf, { id })}`} download>
      {t('decisions.letterPdf', { title })}
    </a>
  );
}

function Appeals({ appeals, isOwn }: Pick<CaseDecisionView, 'appeals'> & Pick<DecisionProps, 'isOwn'>): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="plain tight">
      {appeals.map(({ processInstanceId: id, startedAt, state }) => {
        const text = t('decisions.appeal', { date: formatDate(startedAt) });
        return (
          <li key={id}>
            {isOwn ? (
              <PageLink to="/reiser/$journeyId" params={{ journeyId: id }}>
                {text}
              </PageLink>
            ) : (
              <PageLink to="/saker/$caseId" params={{ caseId: id }}>
                {text}
              </PageLink>
            )}{' '}
            ({t(`common.state.${state}`).toLowerCase()})
          </li>
        );
      })}
    </ul>
  );
}

/** What the person may do about it, in a sentence. */
function HowToAppeal({ decision: { appeal, reasonsAskedOn, actions } }: Pick<DecisionProps, 'decision'>) {
  const { t } = useTranslation();
  if (appeal === null || !actions.appeal) return null;
  const body = appeal.body.charAt(0).toUpperCase() + appeal.body.slice(1);
  if (appeal.dueOn !== null) {
    const told = { date: formatDate(appeal.dueOn), body };
    return <p>{t(appeal.inTime ? 'decisions.own.appealBy' : 'decisions.own.appealLate', told)}</p>;
  }
  return <p>{reasonsAskedOn === null ? t('decisions.own.appealOpen', { body }) : t('decisions.own.appealReasons')}</p>;
}

/** One decision (vedtak): by which law, why, its letter, and how it is appealed. */
export function Decision({ decision: it, isOwn }: DecisionProps) {
  const { t } = useTranslation();
  const heading = useHeading(it);
  return (
    <article className="card wide">
      <Heading level={3} data-size="2xs">
        {heading}
      </Heading>
      {it.awaitsSecond && <Alert data-color="warning">{t('decisions.proposal')}</Alert>}
      {it.quashedAt !== null && (
        <Alert data-color="info">{t('decisions.quashed', { date: formatDate(it.quashedAt) })}</Alert>
      )}
      <DecisionFacts decision={it} isOwn={isOwn} />
      {it.reasons !== null && (
        <div>
          <p className="strong">{isOwn ? t('decisions.own.reasons') : t('decisions.reasons')}</p>
          <LetterText text={it.reasons} />
        </div>
      )}
      {isOwn && <HowToAppeal decision={it} />}
      <DecisionActs decision={it} isOwn={isOwn} />
    </article>
  );
}

interface DecisionsProps extends Pick<DecisionProps, 'isOwn'> {
  readonly caseId: string;
}

/** The decisions (vedtak) of a case, each with its law, its reasons, its letter, and how it is appealed. */
export function Decisions({ caseId, isOwn }: DecisionsProps) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(decisionsQuery(caseId));
  const what = data.missing.map(({ name, law }) => `${name} (${law})`).join(', ');

  return (
    <Section title={t('decisions.title')}>
      {data.items.length === 0 && <p className="subtle">{t('decisions.empty')}</p>}
      {data.items.map((decision) => (
        <Decision key={decision.id} decision={decision} isOwn={isOwn} />
      ))}
      {data.items.length > 0 && what !== '' && <Alert data-color="warning">{t('decisions.missing', { what })}</Alert>}
    </Section>
  );
}
