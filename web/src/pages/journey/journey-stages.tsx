import type { Journey } from '@contract/journey.contract.js';
import { Details } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';

type Stage = Journey['stages'][number];

function StageLine({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation();
  const isNow = stage.status === 'now';

  return (
    <li className="stage" data-status={stage.status} aria-current={isNow ? 'step' : undefined}>
      <span className="stage-name">{stage.name}</span>{' '}
      <span className="stage-status">
        {t(`journey.stages.${stage.status}`)}
        {stage.reachedAt !== null && ` · ${formatDate(stage.reachedAt)}`}
      </span>
      {stage.happened.length > 0 && (
        <Details data-size="sm" data-color="neutral" defaultOpen={isNow} className="why">
          <Details.Summary>
            {t('journey.stages.happened')} <span className="ds-sr-only">({stage.name})</span>
          </Details.Summary>
          <Details.Content>
            <ul className="plain">
              {stage.happened.map(({ at, text }, index) => (
                <li key={index}>
                  <span className="subtle">{formatDate(at)}</span> {text}
                </li>
              ))}
            </ul>
          </Details.Content>
        </Details>
      )}
    </li>
  );
}

/** The nine stages, with what happened in each. */
export function JourneyStages({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation();

  return (
    <Section title={t('journey.stages.title')}>
      <ol className="stages">
        {journey.stages.map((stage) => (
          <StageLine key={stage.stage} stage={stage} />
        ))}
      </ol>
    </Section>
  );
}
