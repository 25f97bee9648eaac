import { clockSchema } from '@contract/demo.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button, Spinner } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockQuery } from '../api/queries.js';
import { useCommand } from '../api/use-command.js';
import { formatWeekday } from '../i18n/dates.js';

const steps = [
  { by: 'day', label: 'demo.day' },
  { by: 'week', label: 'demo.week' },
  { by: 'next-deadline', label: 'demo.nextDeadline' },
] as const;

type Step = (typeof steps)[number]['by'];

/** Moves the clock, and says what came of it. */
function useAdvance() {
  const { t } = useTranslation();
  const [reached, setReached] = useState('');
  const command = useCommand((answer) => {
    const after = clockSchema.safeParse(answer);
    if (after.success) setReached(t('demo.advanced', { date: formatWeekday(after.data.today) }));
  });
  const outcome = command.isError ? t('demo.failed', { reason: command.error.message }) : reached;
  return {
    isPending: command.isPending,
    said: command.isPending ? t('demo.advancing') : outcome,
    advance: (by: Step) => command.mutate({ path: routes.advanceClock, body: { by } }),
  };
}

/** “Spol fram”: moves the demo's clock, and says when everything that fell due has happened. */
export function DemoClock() {
  const { t } = useTranslation();
  const { data: clock } = useQuery(clockQuery());
  const { isPending, said, advance } = useAdvance();
  if (clock === undefined) return null;

  return (
    <section className="clock" aria-label={t('demo.bar')}>
      <span>
        {t('demo.date')} <strong>{formatWeekday(clock.today)}</strong>
      </span>
      <span className="clock-steps">
        <span id="spol-fram">{t('demo.advance')}</span>
        {steps.map(({ by, label }) => (
          <Button
            key={by}
            id={`spol-${by}`}
            variant="secondary"
            data-size="sm"
            aria-labelledby={`spol-fram spol-${by}`}
            disabled={isPending || !clock.canAdvance}
            onClick={() => advance(by)}
          >
            {t(label)}
          </Button>
        ))}
      </span>
      <span role="status" className="clock-said">
        {isPending && <Spinner aria-hidden="true" data-size="xs" />}
        {said}
      </span>
    </section>
  );
}
