import { Button, ErrorSummary } from '@digdir/designsystemet-react';
import { useEffect, useRef, useState } from 'react';
import type { ComponentRef, FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from './field-input.js';
import { errorsOf } from './form-errors.js';
import type { FormField } from './form-field.js';
import { initialValues, variablesOf } from './form-values.js';

interface Message {
  readonly path: string;
  readonly message: string;
}

interface SchemaFormProps {
  readonly fields: readonly FormField[];
  readonly known?: Readonly<Record<string, unknown>>;
  readonly submitLabel: string;
  readonly busy: boolean;
  /** What the server found wrong, by field. */
  readonly refused?: readonly Message[];
  readonly submit: (variables: Readonly<Record<string, unknown>>) => void;
  readonly children?: ReactNode;
}

/** The id of the input of a field, to which the error summary leads. */
export const inputId = (path: string): string => `felt-${path}`;

function Summary({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation();
  const summary = useRef<ComponentRef<typeof ErrorSummary>>(null);
  useEffect(() => summary.current?.focus(), [messages]);

  return (
    <ErrorSummary ref={summary} tabIndex={-1}>
      <ErrorSummary.Heading>{t('form.errorsTitle')}</ErrorSummary.Heading>
      <ErrorSummary.List>
        {messages.map(({ path, message }) => (
          <ErrorSummary.Item key={path}>
            <ErrorSummary.Link href={`#${inputId(path)}`}>{message}</ErrorSummary.Link>
          </ErrorSummary.Item>
        ))}
      </ErrorSummary.List>
    </ErrorSummary>
  );
}

const none: readonly Message[] = [];

/** A form drawn from its fields. What is written stays until the page is left, whatever the server answers. */
export function SchemaForm({
  fields,
  known = {},
  submitLabel,
  busy,
  refused = none,
  submit,
  children,
}: SchemaFormProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState(() => initialValues(fields, known));
  const [found, setFound] = useState<readonly Message[]>(none);
  const messages = found.length > 0 ? found : refused;

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const errors = errorsOf(fields, values);
    setFound(errors.map(({ path, code, ...rest }) => ({ path, message: t(`form.error.${code}`, rest) })));
    if (errors.length === 0) submit(variablesOf(fields, values));
  };

  return (
    <form className="form" noValidate onSubmit={onSubmit}>
      {messages.length > 0 && <Summary messages={messages} />}
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          path={field.name}
          value={values[field.name]}
          errorOf={(path) => messages.find((message) => message.path === path)?.message}
          change={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      <div className="actions">
        <Button type="submit" loading={busy}>
          {submitLabel}
        </Button>
        {children}
      </div>
    </form>
  );
}
