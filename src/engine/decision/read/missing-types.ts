const asProperty = { xml: { serialize: 'property' } };
const attribute = { isAttr: true, type: 'String' };

const child = (name: string, type: string): object => ({ name, type, ...asProperty });

/** What dmn-moddle 12 (DMN 1.3) lacks of DMN 1.4 and 1.5, in the form of its own descriptor. */
export const missingTypes = (): readonly object[] => [
  { name: 'ChildExpression', superClass: ['DMNElement'], properties: [{ name: 'value', type: 'Expression' }] },
  {
    name: 'TypedChildExpression',
    superClass: ['ChildExpression'],
    properties: [{ name: 'typeRef', ...attribute }],
  },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: [child('if', 'ChildExpression'), child('then', 'ChildExpression'), child('else', 'ChildExpression')],
  },
  {
    name: 'Filter',
    superClass: ['Expression'],
    properties: [child('in', 'ChildExpression'), child('match', 'ChildExpression')],
  },
  {
    name: 'Iterator',
    isAbstract: true,
    superClass: ['Expression'],
    properties: [{ name: 'iteratorVariable', ...attribute }, child('in', 'TypedChildExpression')],
  },
  // The schema of DMN writes `organizationUnit`, dmn-moddle `organisationalUnit`.
  {
    name: 'OrganizationUnit',
    superClass: ['BusinessContextElement'],
    properties: ['decisionMade', 'decisionOwned'].map((name) => ({
      ...child(name, 'DMNElementReference'),
      isMany: true,
    })),
  },
  { name: 'For', superClass: ['Iterator'], properties: [child('return', 'ChildExpression')] },
  { name: 'Some', superClass: ['Iterator'], properties: [child('satisfies', 'ChildExpression')] },
  { name: 'Every', superClass: ['Iterator'], properties: [child('satisfies', 'ChildExpression')] },
];

/** `typeConstraint` of DMN 1.5 (§7.3.3), which belongs to a type that dmn-moddle has. */
export const missingProperties = (): Readonly<Record<string, readonly object[]>> => ({
  ItemDefinition: [child('typeConstraint', 'UnaryTests')],
});
