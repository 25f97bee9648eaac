import type { LocalChoiceView } from '@contract/local-choice.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Alert, Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { useBegunCase } from '../../api/use-begun-case.js';
import { PageLink } from '../../components/page-link.js';
import type { FormField } from '../../forms/form-field.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';

function useFields({ question, allowed }: LocalChoiceView): readonly FormField[] {
  const { t } = useTranslation();
  const asked = { name: 'value', required: true, choices: [] } as const;
  const value = valueField();
  const why: FormField = {
    ...{ name: 'why', kind: 'textarea', required: true, choices: [], maxLength: 4000 },
    ...{ label: t('choices.why'), description: t('choices.whyHint') },
  };
  return [value, why];

  function valueField(): FormField {
    switch (allowed.kind) {
      case 'yes-no':
        return { ...asked, kind: 'yes-no', label: question };
      case 'weekday':
        return { ...asked, kind: 'choice', label: question, choices: allowed.days };
      case 'number':
        return {
          ...{ ...asked, kind: 'integer', label: t('choices.newValue', { unit: allowed.unit }) },
          ...{ minimum: allowed.least, maximum: allowed.most, description: t('choices.between', allowed) },
        };
    }
  }
}

/** Proposes another choice: it becomes a case in which the staff of the municipal director decides, with reasons. */
export function ProposeChoice({ choice }: { readonly choice: LocalChoiceView }) {
  const { t } = useTranslation();
  const { caseId, command, errors } = useBegunCase();
  const fields = useFields(choice);
  const top = useRef<HTMLDivElement>(null);
  // The button that opened this is gone: whoever pressed it is led to what came.
  useEffect(() => top.current?.focus(), []);
  if (caseId !== undefined) {
    return (
      <Alert data-color="success" role="status">
        {t('choices.sent')}{' '}
        <PageLink to="/saker/$caseId" params={{ caseId }}>
          {t('choices.toCase')}
        </PageLink>
      </Alert>
    );
  }
  return (
    <div ref={top} tabIndex={-1}>
      <Heading level={4} data-size="2xs">
        {t('choices.propose')}
      </Heading>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={fields}
        submitLabel={t('choices.send')}
        busy={command.isPending}
        refused={errors}
        submit={(body) => command.mutate({ path: pathOf(routes.proposeChoice, { id: choice.id }), body })}
      />
    </div>
  );
}
