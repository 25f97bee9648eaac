import { z } from 'zod';
import { problemCodes } from '../../src/api/problem/problem-codes.js';
import { formFolders, readWorkflowJson } from './workflow-files.js';

const texts = { title: z.string().min(1), description: z.string().min(1).exactOptional() };
const shown = { readOnly: z.literal(true).exactOptional() };
const choice = z.strictObject({ const: z.string().regex(/^[\p{L}\p{N} .-]+$/u), title: z.string().min(1) });
const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('string'),
    ...texts,
    ...shown,
    format: z.literal('date').exactOptional(),
    oneOf: z.array(choice).min(2).exactOptional(),
    maxLength: z.int().positive().max(4000).exactOptional(),
    'x-free-of': z
      .array(z.enum(['identity', 'sobriety']))
      .min(1)
      .exactOptional(),
    'x-widget': z.literal('textarea').exactOptional(),
    'x-choices-from': z.string().exactOptional(),
    'x-asked-after': z.record(z.string(), z.union([z.string(), z.array(z.string()).min(2)])).exactOptional(),
  }),
  z.strictObject({ type: z.literal('boolean'), ...texts }),
  z.strictObject({ type: z.literal('integer'), ...texts, ...shown, minimum: z.number().exactOptional() }),
  z.strictObject({ type: z.literal('number'), ...texts }),
  z.strictObject({
    type: z.literal('array'),
    ...texts,
    ...shown,
    items: z.strictObject({
      type: z.literal('string'),
      maxLength: z.int(),
      'x-choices-from-register': z.literal('ledige-boliger').exactOptional(),
    }),
    minItems: z.int(),
    maxItems: z.int(),
  }),
]);
const names = z.array(z.string()).min(1);
const answer = z.record(z.string(), z.strictObject({ const: z.union([z.string(), z.boolean()]) }));
const rule = z.strictObject({
  if: z.strictObject({ properties: answer, required: names }),
  then: z.strictObject({ required: names }),
});
const meeting = z.strictObject({ kind: z.enum(['visning', 'samarbeidsmote']), invite: z.array(z.string()) });
const refusal = z.strictObject({
  code: z.string().regex(/^[a-z-]+$/),
  when: z.record(z.string(), z.union([z.string(), z.boolean()])).exactOptional(),
  needs: z.record(z.string(), z.union([z.string(), z.boolean(), z.null()])).exactOptional(),
  text: z.string().min(1),
});
const formSchema = z.strictObject({
  $schema: z.literal('https://json-schema.org/draft/2020-12/schema'),
  $id: z.string(),
  ...texts,
  'x-meeting': meeting.exactOptional(),
  'x-refusals': z.array(refusal).min(1).exactOptional(),
  'x-needs-published-statements': z.literal(true).exactOptional(),
  'x-needs-answered-statements': z.literal(true).exactOptional(),
  type: z.literal('object'),
  properties: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), fieldSchema),
  required: z.array(z.string()).min(1),
  allOf: z.array(rule).min(1).exactOptional(),
  additionalProperties: z.literal(false),
});

describe.each([...formFolders])('the form %s', (id, folder) => {
  const form = formSchema.parse(readWorkflowJson(`${folder}/${id}.form.json`));

  it('is called by its file name', () => {
    expect(form.$id).toBe(id);
  });

  it('requires only fields that it has and that can be written', () => {
    const writable = Object.entries(form.properties).filter(([, field]) => !('readOnly' in field));

    expect(writable.map(([name]) => name)).toEqual(expect.arrayContaining(form.required));
  });

  it('asks after answers that another field can have', () => {
    const waited = Object.values(form.properties).flatMap((field) =>
      Object.entries(('x-asked-after' in field && field['x-asked-after']) || {}),
    );
    const choicesOf = (name: string): readonly string[] => {
      const field = form.properties[name];
      return field !== undefined && 'oneOf' in field ? (field.oneOf ?? []).map((one) => String(one.const)) : [];
    };

    expect(waited.filter(([name, answers]) => [answers].flat().some((one) => !choicesOf(name).includes(one)))).toEqual(
      [],
    );
  });

  it('offers choices only from a list that it shows', () => {
    const lists = Object.values(form.properties).flatMap((field) =>
      'x-choices-from' in field && field['x-choices-from'] !== undefined ? field['x-choices-from'] : [],
    );

    expect(lists.filter((name) => form.properties[name]?.type !== 'array')).toEqual([]);
  });

  it('refuses only for a reason that the API knows, and by fields that it has', () => {
    for (const { code, when = {}, needs = {} } of form['x-refusals'] ?? []) {
      expect(Object.keys(problemCodes)).toContain(code);
      expect([...Object.keys(when), ...Object.keys(needs)].filter((name) => !(name in form.properties))).toEqual([]);
    }
  });

  it('asks for more only after one answer that can be given, and only for fields that can be written', () => {
    for (const { if: asked, then } of form.allOf ?? []) {
      const [[name = '', { const: value }] = ['', { const: '' }], ...others] = Object.entries(asked.properties);
      const field = form.properties[name];
      const choices = field?.type === 'string' ? field.oneOf?.map((one) => one.const) : [true, false];

      expect([others, asked.required]).toEqual([[], [name]]);
      expect(choices).toContain(value);
      expect(then.required.filter((one) => !(one in form.properties) || form.required.includes(one))).toEqual([]);
    }
  });
});

it('has the same 7 causes of a changed decision for the first instance and for the appeal body', () => {
  const causesIn = (id: string, name: string): unknown => {
    const field = formSchema.parse(readWorkflowJson(`klage/${id}.form.json`)).properties[name];
    return field !== undefined && 'oneOf' in field ? field.oneOf : [];
  };
  const own = causesIn('klage-vurdering', 'endretFordi');

  expect(own).toHaveLength(7);
  expect(causesIn('klage-avgjorelse', 'klageinstansEndretFordi')).toEqual(own);
});
