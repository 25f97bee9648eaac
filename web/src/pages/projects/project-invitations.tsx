import type { Invitation } from '@contract/participation.contract.js';
import { Heading, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { PageLink } from '../../components/page-link.js';
import { OwnWords } from '../participation/own-words.js';

/** What the reader is asked to take part in, in one project, and what they answered. */
export function ProjectInvitations({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain cards">
      {invitations.map((invitation) => (
        <li key={invitation.taskId} className="card">
          <Heading level={3} data-size="2xs">
            {invitation.name} <Tag data-size="sm">{invitation.code}</Tag>
          </Heading>
          <p>{invitation.about}</p>
          <OwnWords invitation={invitation} />
          {invitation.state === 'open' && (
            <p>
              <DeadlineTag deadline={invitation.deadline} />{' '}
              <PageLink to="/invitasjoner">{t('project.invitations.answer')}</PageLink>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
