import type { RoundView } from '@contract/round.contract.js';
import { Alert, ToggleGroup } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roundQuery } from '../../api/queries.js';
import { Page } from '../../components/page.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatWeekday } from '../../i18n/dates.js';
import { RoundEntries } from './round-entries.js';

const choices = ['all', 'onlyLacking', 'onlyPassed'] as const;
type Choice = (typeof choices)[number];
const isChoice = (text: string): text is Choice => choices.some((choice) => choice === text);

interface RoundProps {
  readonly round: RoundView;
}

function Vacancies({ round: { vacancies } }: RoundProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('rounds.vacancies')}>
      {vacancies === null && <p>{t('rounds.vacanciesUnknown')}</p>}
      {vacancies?.length === 0 && <p>{t('rounds.noVacancies')}</p>}
      {vacancies !== null && vacancies.length > 0 && (
        <ul className="plain tight in-columns">
          {vacancies.map(({ name, features, free }, index) => (
            <li key={index}>
              {t('rounds.vacancy', { name, count: free })}
              {features.length > 0 && <span className="subtle block">{features.join(', ')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Everybody({ round: { items, lacking } }: RoundProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Choice>('all');
  const chosen = {
    all: items,
    onlyLacking: items.filter(({ outcome }) => outcome === null),
    onlyPassed: items.filter(({ isPassedOver }) => isPassedOver),
  };
  return (
    <Section
      title={t('rounds.everybody')}
      tools={
        <ToggleGroup
          aria-label={t('rounds.show')}
          data-size="sm"
          value={shown}
          onChange={(value) => isChoice(value) && setShown(value)}
        >
          {choices
            .filter((choice) => choice !== 'onlyLacking' || lacking > 0)
            .map((choice) => (
              <ToggleGroup.Item key={choice} value={choice}>
                {t(`rounds.${choice}`)} ({chosen[choice].length})
              </ToggleGroup.Item>
            ))}
        </ToggleGroup>
      }
    >
      {chosen[shown].length === 0 ? <p>{t('rounds.none')}</p> : <RoundEntries items={chosen[shown]} />}
    </Section>
  );
}

/** One weekly round: who lacks an outcome, which homes were free, what was said of each and why. */
export function RoundPage() {
  const { t } = useTranslation();
  const { roundId } = useParams({ from: '/closed/runder/$roundId' });
  const { data: round } = useSuspenseQuery(roundQuery(roundId));
  const { on, state, lacking, dueOn } = round;

  return (
    <Page
      title={t('rounds.of', { on: formatWeekday(on) })}
      above={
        <p className="above">
          <PageLink to="/runder">{t('rounds.back')}</PageLink> · {t(`rounds.state.${state}`)} ·{' '}
          <PageLink to="/saker/$caseId" params={{ caseId: round.id }}>
            {t('rounds.case')}
          </PageLink>
        </p>
      }
    >
      {state === 'open' && (
        <Alert data-color={lacking > 0 ? 'warning' : 'success'}>
          {lacking > 0 ? t('rounds.lacking', { count: lacking }) : t('rounds.nobodyLacks')}
          {dueOn !== null && ` ${t('rounds.due', { on: formatWeekday(dueOn) })}.`}
        </Alert>
      )}
      <Vacancies round={round} />
      <Everybody round={round} />
    </Page>
  );
}
