import type { Journey } from '@contract/journey.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { useCommand } from '../../api/use-command.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';

interface WithdrawApplicationProps {
  readonly journey: Journey;
  /** True where the reader is the applicant. */
  readonly isOwn: boolean;
}

// Called when the button comes into the page: the one that was pressed is gone.
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** The way out of an application: what it means is said before anything happens. */
export function WithdrawApplication({ journey: { id, canWithdraw }, isOwn }: WithdrawApplicationProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const [isDone, setDone] = useState(false);
  const command = useCommand(() => setDone(true));
  const whose = isOwn ? 'own' : 'theirs';

  if (isDone)
    return (
      <div role="status">
        <Alert data-color="success">{t(`journey.withdraw.done.${whose}`)}</Alert>
      </div>
    );
  if (!canWithdraw) return null;
  return (
    <Section title={t('journey.withdraw.title')}>
      {command.isError && <ProblemAlert error={command.error} />}
      {!isAsked && (
        <Button variant="secondary" data-size="sm" onClick={() => setAsked(true)}>
          {t('journey.withdraw.ask')}
        </Button>
      )}
      {isAsked && (
        <>
          <p>{t(`journey.withdraw.means.${whose}`)}</p>
          <p>{t('journey.withdraw.stays')}</p>
          <div className="tools">
            <Button
              data-color="danger"
              loading={command.isPending}
              onClick={() => command.mutate({ path: pathOf(routes.withdrawApplication, { id }), body: {} })}
            >
              {t('journey.withdraw.yes')}
            </Button>
            {/* A key that is pressed twice must not withdraw anything. */}
            <Button variant="secondary" ref={takeFocus} onClick={() => setAsked(false)}>
              {t('journey.withdraw.no')}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}
