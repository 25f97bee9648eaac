const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A DMN document with this content, of DMN 1.5 where nothing else is said. */
export function dmnXml(content: string, { namespace = 'https://example.org/model', version = dmn15 } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${version}" id="definitions" name="model" namespace="${namespace}">${content}</definitions>`;
}

/** The namespace of DMN 1.5. */
export const dmn15 = 'https://www.omg.org/spec/DMN/20230324/MODEL/';

interface Declared {
  readonly typeRef?: string;
  readonly requires?: string;
  readonly id?: string;
}

/** A decision with its logic; `requires` is what is required, e.g. `input:age decision:risk knowledge:score`. */
export function decision(name: string, logic: string, { typeRef, requires = '', id }: Declared = {}): string {
  return `<decision id="${id ?? idOf(name)}" name="${escaped(name)}">${variable(name, typeRef)}${requirements(requires)}${logic}</decision>`;
}

/** Input data of a type. */
export const input = (name: string, typeRef?: string): string =>
  `<inputData id="${idOf(name)}" name="${escaped(name)}">${variable(name, typeRef)}</inputData>`;

/** A business knowledge model: a function with parameters written `a:number b`. */
export function knowledge(
  name: string,
  parameters: string,
  body: string,
  { typeRef, requires = '' }: Declared = {},
): string {
  return `<businessKnowledgeModel id="${idOf(name)}" name="${escaped(name)}">${variable(name, typeRef)}
    <encapsulatedLogic>${formalParameters(parameters)}${body}</encapsulatedLogic>${requirements(requires)}</businessKnowledgeModel>`;
}

/** Parameters written `a:number b`. */
export const formalParameters = (parameters: string): string =>
  parameters
    .split(' ')
    .filter(Boolean)
    .map((one) => {
      const [name = '', type] = one.split(':');
      return `<formalParameter name="${name}"${typeAttribute(type)}/>`;
    })
    .join('');

/** A literal expression. */
export const literal = (text: string, typeRef?: string): string =>
  `<literalExpression${typeAttribute(typeRef)}><text>${escaped(text)}</text></literalExpression>`;

/** A context; an entry without a name is its result. */
export const context = (...entries: readonly (readonly [name: string, logic: string, typeRef?: string])[]): string =>
  `<context>${entries
    .map(([name, logic, type]) => `<contextEntry>${name === '' ? '' : variable(name, type)}${logic}</contextEntry>`)
    .join('')}</context>`;

interface Table {
  readonly hit?: string;
  readonly inputs: readonly string[];
  /** Written `name`, `name:type`, or `name:type=values`. */
  readonly outputs: readonly string[];
  /** Cells of a rule, inputs then outputs, between bars: `>= 18 | "adult"`. */
  readonly rules: readonly string[];
  readonly otherwise?: readonly string[];
}

/** A decision table. */
export function table({ hit = 'UNIQUE', inputs, outputs, rules, otherwise = [] }: Table): string {
  const [policy = '', aggregation] = hit.split(':');
  const columns = outputs.map((output, at) => outputClause(output, otherwise[at]));
  return `<decisionTable id="table" hitPolicy="${policy}"${aggregation ? ` aggregation="${aggregation}"` : ''}>
    ${inputs.map((text) => `<input><inputExpression><text>${escaped(text)}</text></inputExpression></input>`).join('')}
    ${columns.join('')}${rules.map((rule, at) => ruleXml(rule, at + 1, inputs.length)).join('')}</decisionTable>`;
}

function outputClause(output: string, otherwise: string | undefined): string {
  const [named = '', values] = output.split('=');
  const [name = '', type] = named.split(':');
  const order = values && `<outputValues><text>${escaped(values)}</text></outputValues>`;
  const fallback = otherwise && `<defaultOutputEntry><text>${escaped(otherwise)}</text></defaultOutputEntry>`;
  return `<output name="${name}"${typeAttribute(type)}>${order ?? ''}${fallback ?? ''}</output>`;
}

function ruleXml(rule: string, number: number, inputs: number): string {
  const cells = rule.split('|').map((cell) => `<text>${escaped(cell.trim())}</text>`);
  const entries = cells.map((cell, at) =>
    at < inputs ? `<inputEntry>${cell}</inputEntry>` : `<outputEntry>${cell}</outputEntry>`,
  );
  return `<rule id="rule-${number}">${entries.join('')}<annotationEntry><text>says nothing</text></annotationEntry></rule>`;
}

const idOf = (name: string): string => name.replace(/[^\w-]/g, '_');

const typeAttribute = (type: string | undefined): string => (type === undefined ? '' : ` typeRef="${escaped(type)}"`);

const variable = (name: string, type: string | undefined): string =>
  `<variable name="${escaped(name)}"${typeAttribute(type)}/>`;

const required: Readonly<Record<string, readonly [string, string]>> = {
  input: ['informationRequirement', 'requiredInput'],
  decision: ['informationRequirement', 'requiredDecision'],
  knowledge: ['knowledgeRequirement', 'requiredKnowledge'],
};

const requirements = (requires: string): string =>
  requires
    .split(' ')
    .filter(Boolean)
    .map((one) => {
      const at = one.indexOf(':');
      const [outer, inner] = required[one.slice(0, at)] ?? ['', ''];
      const target = one.slice(at + 1);
      return `<${outer}><${inner} href="${target.includes('#') ? target : `#${target}`}"/></${outer}>`;
    })
    .join('');
