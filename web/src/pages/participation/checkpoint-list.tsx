import type { CheckpointStoryView } from '@contract/checkpoint.contract.js';
import { Heading, Tag } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { DeadlineTag } from '../../components/deadline-tag.js';
import { Facts } from '../../components/facts.js';
import { PageLink } from '../../components/page-link.js';
import { formatDate } from '../../i18n/dates.js';

const colors = { open: 'info', gjennomfort: 'success', fravalgt: 'neutral', unntatt: 'warning' } as const;
const influences = ['fulgt', 'delvis', 'ikke'] as const;

interface CheckpointProps {
  readonly checkpoint: CheckpointStoryView;
}

/** What came of what people said: followed, in part, or not. */
export function useInfluenceName(): (influence: string) => string {
  const { t } = useTranslation();
  return (influence) => {
    const known = influences.find((one) => one === influence);
    return known === undefined ? influence : t(`checkpoint.influence.${known}`);
  };
}

function Feedback({ checkpoint: { feedback } }: CheckpointProps) {
  const { t } = useTranslation();
  if (feedback.sentAt !== null) return t('checkpoint.feedbackSent', { date: formatDate(feedback.sentAt) });
  if (!feedback.isOwed) return null;
  return (
    <>
      {t('checkpoint.feedbackOwed')} <DeadlineTag deadline={feedback.deadline} />
    </>
  );
}

function CheckpointFacts({ checkpoint }: CheckpointProps) {
  const { t } = useTranslation();
  const influenceName = useInfluenceName();
  const { said, answer, influence, heldOn, people, exemption, feedback } = checkpoint;
  const decided = exemption?.isApproved === true ? 'checkpoint.exemptionApproved' : 'checkpoint.exemptionRefused';
  const hasFeedback = feedback.isOwed || feedback.sentAt !== null;
  return (
    <Facts
      items={[
        [t('checkpoint.youSaid'), said === '' ? '' : `«${said}»`],
        [t('checkpoint.weDid'), answer === '' ? '' : `${influenceName(influence)}: ${answer}`],
        [t('checkpoint.held'), heldOn === '' ? '' : formatDate(heldOn)],
        [t('checkpoint.people'), heldOn === '' ? '' : (people ?? t('checkpoint.few'))],
        [t('checkpoint.exemptionReason'), exemption?.reason ?? ''],
        [
          t('checkpoint.outcome.unntatt'),
          exemption === null ? '' : `${t(decided, { date: formatDate(exemption.decidedAt) })}: ${exemption.assessment}`,
        ],
        [t('checkpoint.feedback'), hasFeedback ? <Feedback checkpoint={checkpoint} /> : ''],
      ]}
    />
  );
}

interface CheckpointListProps {
  readonly checkpoints: readonly CheckpointStoryView[];
  readonly level?: 3 | 4;
}

/** Participation checkpoints, each with what was said and what came of it. */
export function CheckpointList({ checkpoints, level = 3 }: CheckpointListProps) {
  const { t } = useTranslation();
  return (
    <ul className="plain cards">
      {checkpoints.map((checkpoint) => (
        <li key={checkpoint.caseId} className="card">
          <Heading level={level} data-size="2xs">
            <PageLink to="/saker/$caseId" params={{ caseId: checkpoint.caseId }}>
              {checkpoint.code} {checkpoint.name}
            </PageLink>
          </Heading>
          <Tag data-size="sm" data-color={colors[checkpoint.outcome]}>
            {t(`checkpoint.outcome.${checkpoint.outcome}`)}
          </Tag>
          <CheckpointFacts checkpoint={checkpoint} />
        </li>
      ))}
    </ul>
  );
}
