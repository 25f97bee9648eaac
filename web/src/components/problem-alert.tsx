import { Alert, Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { ProblemError, statusOf } from '../api/problem-error.js';

const kinds = {
  0: 'network',
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  412: 'stale',
  422: 'badRequest',
  429: 'tooMany',
} as const;

const isKnown = (status: number): status is keyof typeof kinds => status in kinds;

/** Which plain words an error is told in. */
export const kindOf = (error: unknown): (typeof kinds)[keyof typeof kinds] | 'server' => {
  const status = statusOf(error);
  return isKnown(status) ? kinds[status] : 'server';
};

interface ProblemAlertProps {
  readonly error: unknown;
  /** True when the reader has written something that is still there. */
  readonly kept?: boolean;
}

/** Says in plain words what the server refused, what was kept and what to do. */
export function ProblemAlert({ error, kept = false }: ProblemAlertProps) {
  const { t } = useTranslation();
  const kind = kindOf(error);
  const problem = error instanceof ProblemError ? error.problem : undefined;

  return (
    <Alert data-color={['conflict', 'stale', 'tooMany'].includes(kind) ? 'warning' : 'danger'} role="alert">
      <Heading level={2} data-size="2xs">
        {problem?.title ?? t(`problem.${kind}.title`)}
      </Heading>
      <Paragraph>{t(`problem.${kind}.text`)}</Paragraph>
      {kind === 'unauthorized' && (
        <Paragraph>
          <a className="ds-link" href="/auth/login" target="_blank" rel="noreferrer">
            {t('problem.loginElsewhere')}
          </a>
        </Paragraph>
      )}
      {kept && (
        <Paragraph>
          {t('problem.kept')} {kind !== 'network' && t('problem.unchanged')}
        </Paragraph>
      )}
      {problem?.detail !== undefined && (
        <Details data-size="sm">
          <Details.Summary>{t('problem.technical')}</Details.Summary>
          <Details.Content>{problem.detail}</Details.Content>
        </Details>
      )}
    </Alert>
  );
}
