import { routes } from '@contract/routes.contract.js';
import { Button, Spinner } from '@digdir/designsystemet-react';
import { clockSchema } from '@contract/demo.contract.js';
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

/** “Spol fram”: moves the demo's clock, and says when everything that fell due has happened. */
export function DemoClock() {
  const { t } = useTranslation();
  const { data: clock } = useQuery(clockQuery());
  const [result, setResult] = useState('');
  const advance = useCommand((answer) => {
    const after = clockSchema.safeParse(answer);
    if (after.success) setResult(t('demo.advanced', { date: formatWeekday(after.data.today) }));
  });
  if (clock === undefined) return null;

  const said = advance.isPending ? t('demo.advancing') : advance.isError ? failure(advance.error) : result;
  function failure(error: Error): string {
    return t('demo.failed', { reason: error.message });
  }
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
            disabled={advance.isPending || !clock.canAdvance}
            onClick={() => advance.mutate({ path: routes.advanceClock, body: { by } })}
          >
            {t(label)}
          </Button>
        ))}
      </span>
      <span role="status" className="clock-said">
        {advance.isPending && <Spinner aria-hidden="true" data-size="xs" />} {said}
      </span>
    </section>
  );
}
