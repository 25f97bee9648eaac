import type { ChangeSettings } from '../../src/cases/figures/figure-settings.js';
import { diagramOf, readWorkflowJson } from './workflow-files.js';

interface Form {
  readonly properties: Readonly<
    Record<string, { readonly oneOf?: readonly { readonly const: string; readonly title: string }[] }>
  >;
}

const { changes } = readWorkflowJson('tall.json') as { readonly changes: ChangeSettings };

describe('what is counted of appeals (tall.json) is what is asked for in them', () => {
  it.each(changes.places)('$task asks for $cause by the same 7 names, and for $learned', ({ task, ...place }) => {
    const [, form = ''] = new RegExp(`id="${task}"[^>]*boligflyt:form="([^"]+)"`).exec(diagramOf('klage')) ?? [];
    const { properties } = readWorkflowJson(`klage/${form}.form.json`) as Form;
    const namesOf = (field: string) => properties[field]?.oneOf?.map((one) => [one.const, one.title]) ?? [];

    expect(Object.entries(changes.causes)).toHaveLength(7);
    expect(namesOf(place.cause)).toEqual(Object.entries(changes.causes));
    expect(namesOf(place.outcome).map(([outcome]) => outcome)).toEqual(
      expect.arrayContaining(Object.keys(place.names)),
    );
    expect(properties).toHaveProperty(place.learned);
  });
});
