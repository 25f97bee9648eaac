import type { Invitation } from '@contract/participation.contract.js';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts.js';
import { PageLink } from '../../components/page-link.js';
import { useAnswerText } from './invitation-answer.js';

interface InvitationProps {
  readonly invitation: Invitation;
}

/** What an invitation is about, as the way to it where the reader may go there. */
export function InvitationOwner({ invitation: { owner, project } }: InvitationProps) {
  if (owner === null) return project;
  if (owner.kind === 'project')
    return (
      <PageLink to="/prosjekter/$projectId" params={{ projectId: owner.id }}>
        {project}
      </PageLink>
    );
  return (
    <PageLink to="/saker/$caseId" params={{ caseId: owner.id }}>
      {project}
    </PageLink>
  );
}

/** What became of an invitation, and what its reader answered, word for word. */
export function OwnWords({ invitation: { answer, state, said } }: InvitationProps) {
  const { t } = useTranslation();
  const answerText = useAnswerText();
  return (
    <>
      <p>
        {answer === null
          ? t(`participation.state.${state}`)
          : t('participation.yourAnswer', { answer: answerText(answer) })}
      </p>
      {said !== null && (
        <Facts
          items={[
            [t('participation.youWrote'), said.message === '' ? '' : `«${said.message}»`],
            [t('participation.youNeed'), said.adaptations === '' ? '' : `«${said.adaptations}»`],
          ]}
        />
      )}
    </>
  );
}
