import { builtInFunctions, clockFunctions, patternFunctions, reservedNames } from './built-in-functions.js';
import { isHarmlessPattern } from './harmless-pattern.js';
import { allNodes, type FeelNode } from './parse-feel.js';

/** Looks at a parsed expression and says what is wrong, or nothing. */
type SyntaxRule = (root: FeelNode) => string | undefined;

const refusedSyntax = new Map([
  ['FunctionDefinition', 'a function written in the expression'],
  ['external', 'an external function'],
  ['BacktickIdentifier', 'a name in backticks'],
  ['?', 'a unary test'],
]);

const mostSteps = 1_000;
const deepestLoop = 2;

function noRefusedSyntax(root: FeelNode): string | undefined {
  const refused = allNodes(root).find((node) => refusedSyntax.has(node.name));
  return refused && `Expected plain FEEL, but '${refused.text}' is ${refusedSyntax.get(refused.name)}`;
}

// FEEL reads `a == b` as `a = (= b)`: allowed by the grammar, never meant.
function oneComparison(root: FeelNode): string | undefined {
  const doubled = allNodes(root).find(
    (node) =>
      node.name === 'Comparison' &&
      node.children.some(
        ({ name, children }) => name === 'SimplePositiveUnaryTest' && children[0]?.name === 'CompareOp',
      ),
  );
  return doubled && `Expected one comparison (equality is a single '='), but got '${doubled.text}'`;
}

function knownFunctionsOnly(root: FeelNode): string | undefined {
  for (const { name, children, text } of allNodes(root)) {
    if (name !== 'FunctionInvocation') continue;
    const callee = children[0];
    if (callee?.name === 'SpecialFunctionName') continue;
    if (callee?.name !== 'VariableName') return `Expected a function called by its name, but got '${text}'`;
    if (clockFunctions.has(callee.text)) {
      return `Expected no clock in an expression, but it calls ${callee.text}(): time comes from the engine`;
    }
    if (!builtInFunctions.has(callee.text))
      return `Expected a FEEL function, but there is none called '${callee.text}'`;
  }
  return undefined;
}

function readableNamesOnly(root: FeelNode): string | undefined {
  for (const node of allNodes(root)) {
    if (node.name === 'QualifiedName') continue;
    const read = node.name === 'FunctionInvocation' ? node.children.slice(1) : node.children;
    for (const { name, text } of read) {
      if (name !== 'VariableName' && name !== 'PathName') continue;
      if (/\s/.test(text.trim())) return `Expected one name, but got '${text}': names of variables have no spaces`;
      if (name === 'VariableName' && reservedNames.has(text) && text !== 'item') {
        return `Expected the name of a variable, but '${text}' belongs to FEEL; give the variable another name`;
      }
    }
  }
  return undefined;
}

function writtenPatternsOnly(root: FeelNode): string | undefined {
  for (const { name, children, text } of allNodes(root)) {
    const callee = children[0]?.text ?? '';
    if (name !== 'FunctionInvocation' || !patternFunctions.has(callee)) continue;
    const pattern = children.find((child) => child.name === 'PositionalParameters')?.children[1];
    if (pattern?.name !== 'StringLiteral') return `Expected the pattern of ${callee}() as a text, but got '${text}'`;
    if (!isHarmlessPattern(pattern.text)) {
      return `Expected a simple pattern, but ${pattern.text} repeats a group or repeats more than twice`;
    }
  }
  return undefined;
}

function boundedIteration(root: FeelNode): string | undefined {
  for (const node of allNodes(root)) {
    if (node.name === 'IterationContext' && node.children.some((child) => child.name === '..')) {
      const steps = node.children.filter((child) => child.name === 'NumericLiteral').map((child) => Number(child.text));
      const [first, last] = steps;
      if (first === undefined || last === undefined || Math.abs(last - first) >= mostSteps) {
        return `Expected at most ${mostSteps} steps between two written numbers, but got '${node.text}'`;
      }
    }
    const range = node.children.find((child) => child.name === 'SimplePositiveUnaryTest');
    const isList = node.name !== 'PositiveUnaryTest' && node.name !== 'PositiveUnaryTests';
    if (isList && range?.children[0]?.name === 'Interval') {
      return `Expected a range only after 'in', but got '${range.text}' as a list`;
    }
  }
  return loopDepth(root) > deepestLoop
    ? `Expected at most ${deepestLoop} loops or filters inside each other`
    : undefined;
}

/** How many loops and filters stand inside each other: each multiplies the work of those inside it. */
export function loopDepth(node: FeelNode): number {
  const inner = Math.max(0, ...node.children.map(loopDepth));
  if (node.name === 'FilterExpression') return node.children[2]?.name === 'NumericLiteral' ? inner : inner + 1;
  if (node.name === 'InExpressions') {
    return inner + node.children.filter((child) => child.name === 'InExpression').length - 1;
  }
  return node.name === 'ForExpression' || node.name === 'QuantifiedExpression' ? inner + 1 : inner;
}

// `{a: "x", b: a + a, c: b + b}` doubles with every entry: a few hundred characters would fill the memory.
function entriesDoNotBuildOnEachOther(root: FeelNode): string | undefined {
  for (const context of allNodes(root).filter((node) => node.name === 'Context')) {
    const written = new Set<string>();
    for (const entry of context.children.filter((child) => child.name === 'ContextEntry')) {
      const reused = allNodes(entry).find((node) => node.name === 'VariableName' && written.has(node.text));
      if (reused) return `Expected entries that do not use each other, but '${entry.text}' uses '${reused.text}'`;
      written.add(entry.children[0]?.text.replaceAll('"', '').trim() ?? '');
    }
  }
  return undefined;
}

/** What is refused although it is FEEL, in the order in which it is reported. */
export const syntaxRules: readonly SyntaxRule[] = [
  noRefusedSyntax,
  oneComparison,
  knownFunctionsOnly,
  readableNamesOnly,
  writtenPatternsOnly,
  boundedIteration,
  entriesDoNotBuildOnEachOther,
];
