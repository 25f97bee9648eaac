import { Button, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** Two days, both counted. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

interface PeriodChoiceProps {
  readonly days: Days;
  readonly choose: (days: Days) => void;
}

/** Which days something is counted in; nothing is asked for until both are in order. */
export function PeriodChoice({ days, choose }: PeriodChoiceProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(days.from);
  const [to, setTo] = useState(days.to);
  const isInOrder = from !== '' && to !== '' && from <= to;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isInOrder) choose({ from, to });
  };

  return (
    <form onSubmit={submit} className="stack-tight">
      <div className="tools low">
        <Textfield
          data-size="sm"
          type="date"
          label={t('operation.missed.from')}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <Textfield
          data-size="sm"
          type="date"
          label={t('operation.missed.to')}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button type="submit" data-size="sm" variant="secondary">
          {t('operation.missed.show')}
        </Button>
      </div>
      {!isInOrder && <ValidationMessage role="alert">{t('operation.missed.order')}</ValidationMessage>}
    </form>
  );
}
