import type { WaitingPlaceView } from '@contract/waiting-list.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { CorrectPlace } from './correct-place.js';

interface PlaceCircumstancesProps {
  readonly caseId: string;
  readonly place: WaitingPlaceView;
}

/** “Ja”, “1. mars 2026”, or that nobody has said. */
function useValueText(): (value: boolean | string | null) => string {
  const { t } = useTranslation();
  return (value) => {
    if (value === null) return t('place.unknown');
    if (typeof value === 'string') return formatDate(value);
    return value ? t('common.yes') : t('common.no');
  };
}

/** What is known of somebody and counts in the key; whoever may correct it does so here. */
export function PlaceCircumstances({ caseId, place }: PlaceCircumstancesProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [isSent, setSent] = useState(false);
  const textOf = useValueText();
  const sent = () => {
    setOpen(false);
    setSent(true);
  };
  return (
    <Section title={t('place.counts')}>
      <p className="subtle">{t('place.countsLead')}</p>
      <div role="status">{isSent && <Alert data-color="success">{t('place.sent')}</Alert>}</div>
      {isOpen ? (
        <CorrectPlace caseId={caseId} place={place} sent={sent} cancel={() => setOpen(false)} />
      ) : (
        <Facts items={place.circumstances.map(({ text, value }) => [text, textOf(value)])} />
      )}
      {place.correcting === 'open' && !isOpen && (
        <div>
          <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
            {t('place.correct')}
          </Button>
        </div>
      )}
      {place.correcting === 'later' && <p>{t('place.later')}</p>}
    </Section>
  );
}
