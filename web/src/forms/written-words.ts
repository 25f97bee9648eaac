import { fieldsOf } from './form-field.js';
import type { FormField } from './form-field.js';

/** What was written in one field of a form: what the field is called, and the text, the day, the yes or no, or the texts that stand in it. */
export interface WrittenWords {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'yes-no';
  readonly texts: readonly string[];
}

type Field = Pick<FormField, 'name' | 'label' | 'kind' | 'choices'>;

/** What was written in a form, in its order; a field that the form no longer has stands last, under its own name. */
export function writtenWords(
  form: Readonly<Record<string, unknown>> | null,
  content: Readonly<Record<string, unknown>>,
): readonly WrittenWords[] {
  const known: readonly Field[] = form === null ? [] : fieldsOf(form);
  const names = new Set(known.map(({ name }) => name));
  const others = Object.keys(content).filter((name) => !names.has(name));
  const fields = [...known, ...others.map((name): Field => ({ name, label: name, kind: 'text', choices: [] }))];
  return fields.flatMap((field) => {
    const texts = textsOf(field, content[field.name]);
    return texts.length === 0 ? [] : [{ name: field.name, label: field.label, kind: kindOf(field, content), texts }];
  });
}

function textsOf({ choices }: Field, value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.filter((item) => item !== undefined && item !== null && item !== '').map(String);
  return texts.map((text) => choices.find((choice) => choice.value === text)?.label ?? text);
}

function kindOf({ name, kind }: Field, content: Readonly<Record<string, unknown>>): WrittenWords['kind'] {
  if (typeof content[name] === 'boolean') return 'yes-no';
  return kind === 'date' ? 'date' : 'text';
}
