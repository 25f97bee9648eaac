import { statementAnswerSchema } from '@contract/hearing.contract.js';
import type { PublicHearing } from '@contract/hearing.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { publicHearingQuery } from '../../api/queries.js';
import { useCommand } from '../../api/use-command.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { ProblemAlert } from '../../components/problem-alert.js';
import { Section } from '../../components/section.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { useSenderChoices } from '../../forms/use-sender-choices.js';
import { formatDate } from '../../i18n/dates.js';
import { StatementList } from './statement-list.js';

interface HearingProps {
  readonly hearing: PublicHearing;
}

function Proposal({ hearing: { proposal, site, homes } }: HearingProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className="letter">{proposal || t('hearing.proposal.none')}</p>
      <Facts
        items={[
          [t('hearing.proposal.site'), site],
          [t('hearing.proposal.homes'), homes ?? ''],
        ]}
      />
    </>
  );
}

function GiveStatement({ hearing: { id } }: HearingProps) {
  const { t } = useTranslation();
  const senders = useSenderChoices();
  const [sent, setSent] = useState<'held' | 'done'>();
  const command = useCommand((answer) =>
    setSent(statementAnswerSchema.safeParse(answer).data?.state === 'held' ? 'held' : 'done'),
  );
  const optional = { required: false, choices: [] } as const;
  if (sent !== undefined) return <Alert data-color="success">{t(`hearing.give.${sent}`)}</Alert>;

  return (
    <>
      <p>{t('hearing.give.lead')}</p>
      {command.isError && <ProblemAlert error={command.error} kept />}
      <SchemaForm
        fields={[
          {
            ...{ name: 'senderKind', label: t('hearing.give.senderKind'), kind: 'choice', required: true },
            choices: senders,
          },
          {
            ...{ name: 'text', label: t('hearing.give.text'), kind: 'textarea', required: true, maxLength: 8000 },
            choices: [],
          },
          {
            ...optional,
            ...{ name: 'senderName', label: t('hearing.give.senderName'), kind: 'text', maxLength: 200 },
            description: t('hearing.give.senderNameHint'),
          },
        ]}
        submitLabel={t('hearing.give.submit')}
        busy={command.isPending}
        submit={(body) => command.mutate({ path: pathOf(routes.publicStatements, { id }), body })}
      />
      <p className="subtle">{t('hearing.give.other')}</p>
    </>
  );
}

/** A hearing for everybody: what is proposed, until when one may speak, what others said, and a form that needs no login. */
export function PublicHearingPage() {
  const { t } = useTranslation();
  const { hearingId = '' } = useParams({ strict: false });
  const { data: hearing } = useSuspenseQuery(publicHearingQuery(hearingId));
  const { title, publishedOn, openUntil, answer, items } = hearing;
  const period = openUntil === null ? t('hearing.closed') : t('hearing.open', { date: formatDate(openUntil) });

  return (
    <Page
      title={t('hearing.publicTitle', { project: title })}
      lead={`${t('hearing.published', { date: formatDate(publishedOn) })} ${period}`}
    >
      <Section title={t('hearing.proposal.title')}>
        <Proposal hearing={hearing} />
      </Section>
      {openUntil !== null && (
        <Section title={t('hearing.give.title')}>
          <div role="status" className="stack">
            <GiveStatement hearing={hearing} />
          </div>
        </Section>
      )}
      <Section title={t('hearing.statements.title')}>
        <StatementList statements={items} />
      </Section>
      {answer !== null && (
        <Section title={t('hearing.answer.title')}>
          <p className="letter">{answer}</p>
        </Section>
      )}
    </Page>
  );
}
