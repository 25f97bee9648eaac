import type { CaseDecisionView } from '@contract/case-decision.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { useCommand } from '../../api/use-command.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { AppealForm } from './appeal-form.js';
import { ArrivalForm } from './arrival-form.js';

interface DecisionActsProps {
  readonly decision: CaseDecisionView;
  readonly isOwn: boolean;
}

/** “Klag” and “Be om begrunnelse”, where the server offers them; staff write down what came to them. */
export function DecisionActs({ decision: { id, actions }, isOwn }: DecisionActsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'appeal' | 'arrival'>();
  const [said, setSaid] = useState<'sent' | 'askedFor' | 'corrected'>();
  const ask = useCommand(() => setSaid('askedFor'));
  const close = () => setOpen(undefined);
  const done = (what: 'sent' | 'corrected') => () => {
    close();
    setSaid(what);
  };

  return (
    <>
      <div role="status">{said !== undefined && <Alert data-color="success">{t(`decisions.act.${said}`)}</Alert>}</div>
      {ask.isError && <ProblemAlert error={ask.error} />}
      {open === 'appeal' && <AppealForm decisionId={id} isOwn={isOwn} sent={done('sent')} cancel={close} />}
      {open === 'arrival' && <ArrivalForm decisionId={id} sent={done('corrected')} cancel={close} />}
      {open === undefined && (actions.appeal || actions.askForReasons || actions.correctArrival) && (
        <div className="tools">
          {actions.appeal && (
            <Button data-size="sm" onClick={() => setOpen('appeal')}>
              {isOwn ? t('decisions.act.appeal') : t('decisions.act.writeDown')}
            </Button>
          )}
          {actions.askForReasons && (
            <Button
              variant="secondary"
              data-size="sm"
              loading={ask.isPending}
              onClick={() => ask.mutate({ path: pathOf(routes.askForReasons, { id }), body: {} })}
            >
              {isOwn ? t('decisions.act.reasons') : t('decisions.act.reasonsFor')}
            </Button>
          )}
          {actions.correctArrival && (
            <Button variant="secondary" data-size="sm" onClick={() => setOpen('arrival')}>
              {t('decisions.act.correctArrival')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
