import type { CasesWithoutAttention } from '@contract/attention.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { useCommand } from '../../api/use-command.js';
import { useToday } from '../../api/use-today.js';
import { PageLink } from '../../components/page-link.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { dateOf, daysBetween, formatDate } from '../../i18n/dates.js';

interface LeftAloneProps {
  readonly item: CasesWithoutAttention['items'][number];
  readonly looked: () => void;
}

/** What was seen, for colleagues; the case's id keeps the ids of several forms on one page apart. */
function WhatWasSeen({ item: { processInstanceId: id }, looked }: LeftAloneProps) {
  const { t } = useTranslation();
  const command = useCommand(looked);
  const name = `note_${id}`;
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];

  return (
    <>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={[
          {
            ...{ name, label: t('attention.note'), description: t('attention.noteHint') },
            ...{ kind: 'textarea', required: true, choices: [], maxLength: 2000 },
          },
        ]}
        submitLabel={t('attention.send')}
        busy={command.isPending}
        refused={errors.map(({ message }) => ({ path: name, message }))}
        submit={(values) => command.mutate({ path: pathOf(routes.lookAtCase, { id }), body: { note: values[name] } })}
      />
    </>
  );
}

/** A case that was left alone: since when, who has heard of it, and the way to say that one has looked. */
export function LeftAlone(props: LeftAloneProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const today = useToday();
  const { processInstanceId, title, processName, since, level } = props.item;

  return (
    <li className="card late">
      <p>
        <PageLink to="/saker/$caseId" params={{ caseId: processInstanceId }} className="ds-link strong">
          {title}
        </PageLink>{' '}
        <span className="subtle">{processName}</span>
      </p>
      <p>
        {t('attention.since')} {formatDate(since)}, {t('attention.days', { count: daysBetween(dateOf(since), today) })}.
        <span className="subtle"> {t('attention.stepText', { count: level })}.</span>
      </p>
      <Button
        variant={isOpen ? 'tertiary' : 'secondary'}
        data-size="sm"
        aria-expanded={isOpen}
        aria-label={isOpen ? undefined : t('attention.openOf', { title })}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? t('attention.cancel') : t('attention.open')}
      </Button>
      {isOpen && <WhatWasSeen {...props} />}
    </li>
  );
}
