import type { OriginalStatementView } from '@contract/hearing.contract.js';
import { routes } from '@contract/routes.contract.js';
import { Heading } from '@digdir/designsystemet-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pathOf } from '../../api/path.js';
import { ProblemError } from '../../api/problem-error.js';
import { originalStatementsQuery } from '../../api/queries.js';
import { useCommand } from '../../api/use-command.js';
import { FormProblem } from '../../forms/form-problem.js';
import { SchemaForm } from '../../forms/schema-form.js';
import { formatDate } from '../../i18n/dates.js';

interface HeldProps {
  readonly projectId: string;
  readonly statement: OriginalStatementView;
}

/** The text with what must go marked, in words as well as in colour. */
function Marked({ statement: { original, places } }: Pick<HeldProps, 'statement'>) {
  const parts = places
    .toSorted((one, other) => one.from - other.from)
    .reduce<{ readonly at: number; readonly nodes: readonly (readonly [string, boolean])[] }>(
      ({ at, nodes }, { from, to }) =>
        from < at
          ? { at, nodes }
          : { at: to, nodes: [...nodes, [original.slice(at, from), false], [original.slice(from, to), true]] },
      { at: 0, nodes: [] },
    );
  const all = [...parts.nodes, [original.slice(parts.at), false] as const];
  return (
    <blockquote className="letter">
      {all.map(([text, isPlace], index) => (isPlace ? <mark key={index}>{text}</mark> : text))}
    </blockquote>
  );
}

function Held({ projectId, statement }: HeldProps) {
  const { t } = useTranslation();
  const command = useCommand();
  const name = `${statement.id}_text`;
  const errors = command.error instanceof ProblemError ? (command.error.problem.errors ?? []) : [];
  return (
    <li className="card invitation">
      <Heading level={3} data-size="2xs">
        {t('hearing.statements.line', {
          who: t(`hearing.senders.${statement.senderKind}`),
          date: formatDate(statement.receivedAt),
        })}
      </Heading>
      {statement.senderName !== null && <p>{t('hearing.held.name', { name: statement.senderName })}</p>}
      {statement.registeredAt !== null && (
        <p className="subtle">{t('hearing.held.registered', { date: formatDate(statement.registeredAt) })}</p>
      )}
      <p>
        <strong>{t('hearing.held.original')}</strong>
      </p>
      <Marked statement={statement} />
      <p>
        <strong>{t('hearing.held.places')}</strong>
      </p>
      <ul>
        {statement.places.map(({ from, message }) => (
          <li key={from}>{message}</li>
        ))}
      </ul>
      {command.isError && <FormProblem error={command.error} />}
      <SchemaForm
        fields={[
          { name, label: t('hearing.held.text'), kind: 'textarea', required: true, choices: [], maxLength: 8000 },
        ]}
        known={{ [name]: statement.original }}
        submitLabel={t('hearing.held.submit')}
        busy={command.isPending}
        refused={errors.map(({ message }) => ({ path: name, message }))}
        submit={(values) =>
          command.mutate({
            path: pathOf(routes.redactStatement, { id: projectId, statement: statement.id }),
            body: { text: values[name] },
          })
        }
      />
    </li>
  );
}

/** What nobody else may read yet: each statement with the places that can tell of somebody, and the way to publish it without them. */
export function HeldStatements({ projectId }: { readonly projectId: string }) {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(originalStatementsQuery(projectId));
  const held = data.items.filter(({ state }) => state === 'held');
  if (held.length === 0) return <p>{t('hearing.held.empty')}</p>;

  return (
    <>
      <p>{t('hearing.held.lead')}</p>
      <ul className="plain">
        {held.map((statement) => (
          <Held key={statement.id} projectId={projectId} statement={statement} />
        ))}
      </ul>
    </>
  );
}
