const read = 'https://www.omg.org/spec/DMN/20191111';

// DMN 1.1, 1.2, 1.4, 1.5 and the beta of 1.6: what each version added, `missing-types.ts` adds.
const models = [
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20151101/dmn11.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
  'https://www.omg.org/spec/DMN/20240513/MODEL/',
];
const diagrams = [
  'http://www.omg.org/spec/DMN/20180521/DMNDI/',
  'https://www.omg.org/spec/DMN/20211108/DMNDI/',
  'https://www.omg.org/spec/DMN/20230324/DMNDI/',
  'https://www.omg.org/spec/DMN/20240513/DMNDI/',
];

const sameAs: ReadonlyMap<string, string> = new Map([
  ...models.map((uri) => [uri, `${read}/MODEL/`] as const),
  ...diagrams.map((uri) => [uri, `${read}/DMNDI/`] as const),
]);

/** The namespaces of every DMN version as those of DMN 1.3, which dmn-moddle reads; all else stays as it is written. */
export const withOneNamespace = (xml: string): string =>
  xml.replace(/\sxmlns(?::[\w.-]{1,50})?\s{0,5}=\s{0,5}(?:"[^"<>]{1,200}"|'[^'<>]{1,200}')/g, (declaration) => {
    const at = declaration.search(/["']/);
    const known = sameAs.get(declaration.slice(at + 1, -1));
    return known === undefined ? declaration : `${declaration.slice(0, at)}"${known}"`;
  });
