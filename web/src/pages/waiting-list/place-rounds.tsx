import type { WaitingPlaceView } from '@contract/waiting-list.contract.js';
import { useTranslation } from 'react-i18next';
import { PlacementReasons } from '../../components/placement-reasons.js';
import { Section } from '../../components/section.js';
import { formatWeekday } from '../../i18n/dates.js';
import { OutcomeTag } from './round-outcome.js';

interface PlaceRoundsProps {
  readonly place: WaitingPlaceView;
  /** True where the reader is the one who waits. */
  readonly isOwn: boolean;
}

/** What each round said of somebody and where the key put them then, the newest first. */
export function PlaceRounds({ place: { rounds }, isOwn }: PlaceRoundsProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('place.rounds')}>
      <p className="subtle">{t('place.roundsLead')}</p>
      {rounds.length === 0 && <p>{t('place.noRound')}</p>}
      <ul className="plain cards">
        {rounds.toReversed().map(({ on, outcome, reason, placement }, index) => (
          <li key={index} className="card">
            <p className="strong">
              <time dateTime={on}>{formatWeekday(on)}</time> <OutcomeTag outcome={outcome} />
            </p>
            {outcome === 'ikke-vurdert' && <p>{t(isOwn ? 'place.missed.own' : 'place.missed.theirs')}</p>}
            {placement === null ? (
              <p className="subtle">{t('rounds.noKey')}</p>
            ) : (
              <PlacementReasons group={placement.group} reasons={placement.reasons} />
            )}
            {reason !== null && <p>{t('place.reason', { reason })}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
