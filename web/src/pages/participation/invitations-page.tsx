import type { Invitation } from '@contract/participation.contract.js';
import { Alert, Heading, Tag } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invitationsQuery } from '../../api/queries.js';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { Empty } from '../../components/empty.js';
import { Facts } from '../../components/facts.js';
import { Page } from '../../components/page.js';
import { Section } from '../../components/section.js';
import { WhyThisDate } from '../../components/why-this-date.js';
import { formatDate } from '../../i18n/dates.js';
import { InvitationAnswer } from './invitation-answer.js';
import { InvitationOwner, OwnWords } from './own-words.js';

function InvitationHead({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation();
  return (
    <>
      <Heading level={3} data-size="xs">
        {invitation.name} <Tag data-size="sm">{invitation.code}</Tag>
      </Heading>
      <p>{invitation.about}</p>
      <Facts
        items={[
          [t('participation.project'), <InvitationOwner key="owner" invitation={invitation} />],
          [t('common.deadline.label'), <DeadlineTag key="deadline" deadline={invitation.deadline} />],
        ]}
      />
      <p className="subtle">{t('participation.invited', { date: formatDate(invitation.invitedAt) })}</p>
      {invitation.deadline !== null && <WhyThisDate deadline={invitation.deadline} />}
    </>
  );
}

function Closed({ invitations }: { readonly invitations: readonly Invitation[] }) {
  return (
    <ul className="plain row">
      {invitations.map((invitation) => (
        <li key={invitation.taskId}>
          <p>
            <strong>{invitation.name}</strong> · <InvitationOwner invitation={invitation} />
          </p>
          <OwnWords invitation={invitation} />
        </li>
      ))}
    </ul>
  );
}

/** What the user representative is asked to take part in, and the way to answer. */
export function InvitationsPage() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(invitationsQuery());
  const [sent, setSent] = useState<string>();
  const open = data.items.filter(({ state }) => state === 'open');
  const closed = data.items.filter(({ state }) => state !== 'open');

  return (
    <Page title={t('participation.title')} lead={t('participation.lead')}>
      <div role="status">
        {sent !== undefined && <Alert data-color="success">{t('participation.form.sent', { name: sent })}</Alert>}
      </div>
      {open.length === 0 && <Empty text={t('participation.empty')} next={t('participation.emptyNext')} />}
      {open.length > 0 && (
        <Section title={t('participation.open')}>
          {open.map((invitation) => (
            <article key={invitation.taskId} className="card invitation">
              <InvitationHead invitation={invitation} />
              <InvitationAnswer invitation={invitation} answered={() => setSent(invitation.name)} />
            </article>
          ))}
        </Section>
      )}
      {closed.length > 0 && (
        <Section title={t('participation.closed')}>
          <Closed invitations={closed} />
        </Section>
      )}
    </Page>
  );
}
