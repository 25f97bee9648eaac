import type { Journey } from '@contract/journey.contract.js';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';

interface ClockProps {
  readonly name: string;
  readonly hint: string;
  readonly days: number | null;
}

function Clock({ name, hint, days }: ClockProps) {
  const { t } = useTranslation();
  return (
    <div className="two-clocks-one">
      <dt>{name}</dt>
      <dd>
        <span className="big">
          {days === null ? t('journey.clocks.notStarted') : t('journey.clocks.days', { count: days })}
        </span>
        <span className="subtle block">{hint}</span>
      </dd>
    </div>
  );
}

/** The two clocks, casework and waiting list, and how long others waited. */
export function JourneyClocks({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation();
  const { othersWaitedDays: others } = journey;

  return (
    <Section title={t('journey.clocks.title')}>
      <dl className="two-clocks">
        <Clock
          name={t('journey.clocks.casework')}
          hint={t('journey.clocks.caseworkHint')}
          days={journey.caseworkDays}
        />
        <Clock name={t('journey.clocks.waiting')} hint={t('journey.clocks.waitingHint')} days={journey.waitingDays} />
      </dl>
      {journey.isWaiting && (
        <p>
          <PageLink to="/venteliste/$caseId" params={{ caseId: journey.id }}>
            {t('place.link')}
          </PageLink>
        </p>
      )}
      <p className="subtle">
        {others === null ? t('journey.clocks.othersUnknown') : t('journey.clocks.others', others)}
      </p>
    </Section>
  );
}
