import { Button, ErrorSummary } from '@digdir/designsystemet-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import type { ComponentRef, FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from './field-input.js';
import { errorsOf } from './form-errors.js';
import type { FormField } from './form-field.js';
import { fieldsAfter, initialValues, variablesOf } from './form-values.js';
import type { FieldValue } from './form-values.js';

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
  /** What stands right after a field, given what is in it now. */
  readonly after?: Readonly<Record<string, (value?: FieldValue) => ReactNode>>;
  readonly children?: ReactNode;
}

/** The id of the input of a field, to which the error summary leads. */
export const inputId = (path: string): string => `felt-${path}`;

function Summary({ messages }: { readonly messages: readonly Message[] }) {
  const { t } = useTranslation();
  const summary = useRef<ComponentRef<typeof ErrorSummary>>(null);
  const text = messages.map(({ message }) => message).join();
  useEffect(() => summary.current?.focus(), [text]);

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

/** What is written, and what must be put right before it can be sent. */
function useForm({ fields: all, known = {}, refused = none, submit }: SchemaFormProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState(() => initialValues(all, known));
  const fields = fieldsAfter(all, values);
  const [found, setFound] = useState(none);

  return {
    fields,
    values,
    messages: found.length > 0 ? found : refused,
    change: (name: string, value: FieldValue) => setValues((before) => ({ ...before, [name]: value })),
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      const errors = errorsOf(fields, values);
      setFound(errors.map(({ path, code, ...rest }) => ({ path, message: t(`form.error.${code}`, rest) })));
      if (errors.length === 0) submit(variablesOf(fields, values));
    },
  };
}

/** A form drawn from its fields. What is written stays until the page is left, whatever the server answers. */
export function SchemaForm(props: SchemaFormProps) {
  const { fields, values, messages, change, onSubmit } = useForm(props);

  return (
    <form className="form" noValidate onSubmit={onSubmit}>
      {messages.length > 0 && <Summary messages={messages} />}
      {fields.map((field) => (
        <Fragment key={field.name}>
          <FieldInput
            field={field}
            path={field.name}
            value={values[field.name]}
            errorOf={(path) => messages.find((message) => message.path === path)?.message}
            change={(value) => change(field.name, value)}
          />
          {props.after?.[field.name]?.(values[field.name])}
        </Fragment>
      ))}
      <div className="actions">
        <Button type="submit" loading={props.busy}>
          {props.submitLabel}
        </Button>
        {props.children}
      </div>
    </form>
  );
}
