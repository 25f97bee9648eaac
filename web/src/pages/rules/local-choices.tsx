import type { LocalChoicesView, LocalChoiceView } from '@contract/local-choice.contract.js';
import { Button, Heading, Tag } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localChoicesQuery } from '../../api/operation-queries.js';
import { PageLink } from '../../components/page-link.js';
import { Section } from '../../components/section.js';
import { formatDate } from '../../i18n/dates.js';
import { ProposeChoice } from './propose-choice.js';

type Choice = LocalChoicesView['items'][number];

/** A value as people say it. */
function useValueText(): (choice: Pick<LocalChoiceView, 'allowed'>, value: LocalChoiceView['value']) => string {
  const { t } = useTranslation();
  return ({ allowed }, value) => {
    if (allowed.kind === 'number') return `${String(value)} ${allowed.unit}`;
    if (allowed.kind === 'weekday') return allowed.days.find((day) => day.value === value)?.label ?? String(value);
    return value === true ? t('common.yes') : t('common.no');
  };
}

function Versions({ choice }: { readonly choice: Choice }) {
  const { t } = useTranslation();
  const valueText = useValueText();
  return (
    <details>
      <summary>{t('choices.versions', { count: choice.versions.length })}</summary>
      <ol className="plain tight">
        {choice.versions.map(({ version, value, reason, from, to, adoptedIn }) => (
          <li key={version}>
            <p className="strong">
              {valueText(choice, value)},{' '}
              {to === null
                ? t('rules.valid.from', { from: formatDate(from) })
                : t('rules.valid.until', { from: formatDate(from), to: formatDate(to) })}
            </p>
            <p>{reason}</p>
            {adoptedIn !== null && (
              <PageLink to="/saker/$caseId" params={{ caseId: adoptedIn }}>
                {t('choices.toCase')}
              </PageLink>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Proposals({ proposals }: Pick<Choice, 'proposals'>) {
  const { t } = useTranslation();
  return (
    <ul className="plain tight">
      {proposals.map(({ processInstanceId, startedAt, value, why, proposedBy }) => (
        <li key={processInstanceId}>
          <Tag data-color="info" data-size="sm">
            {t('choices.proposed', { value })}
          </Tag>
          <p>{why}</p>
          <p className="subtle">{t('choices.proposedBy', { name: proposedBy, on: formatDate(startedAt) })}</p>
          <PageLink to="/saker/$caseId" params={{ caseId: processInstanceId }}>
            {t('choices.toCase')}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}

interface OneProps {
  readonly choice: Choice;
  /** Absent where the reader may not propose. */
  readonly propose?: { readonly isOpen: boolean; readonly open: () => void };
}

function OneChoice({ choice, propose }: OneProps) {
  const { t } = useTranslation();
  const valueText = useValueText();
  const { id, question, why, value, proposals } = choice;
  return (
    <article className="card wide" aria-labelledby={`valg-${id}`}>
      <Heading level={3} data-size="2xs" id={`valg-${id}`}>
        {question}
      </Heading>
      <p className="strong">{t('choices.now', { value: valueText(choice, value) })}</p>
      <p className="prose">{why}</p>
      <Versions choice={choice} />
      {proposals.length > 0 && <Proposals proposals={proposals} />}
      {propose !== undefined && !propose.isOpen && (
        <div>
          <Button variant="secondary" data-size="sm" aria-describedby={`valg-${id}`} onClick={propose.open}>
            {t('choices.propose')}
          </Button>
        </div>
      )}
      {propose?.isOpen && <ProposeChoice choice={choice} />}
    </article>
  );
}

/** What the processes leave to the municipality, why, and what it has chosen; one proposal is written at a time. */
export function LocalChoices() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(localChoicesQuery());
  const [proposing, setProposing] = useState<string>();
  return (
    <Section title={t('choices.title')}>
      <p className="prose">{t('choices.lead')}</p>
      {data.items.length === 0 && <p>{t('choices.none')}</p>}
      {data.items.map((choice) => (
        <OneChoice
          key={choice.id}
          choice={choice}
          {...(data.canPropose && {
            propose: { isOpen: proposing === choice.id, open: () => setProposing(choice.id) },
          })}
        />
      ))}
    </Section>
  );
}
