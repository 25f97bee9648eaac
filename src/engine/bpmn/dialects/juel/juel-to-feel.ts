import { callToFeel, emptyInFeel } from './juel-calls.js';
import type { JuelNode, JuelOperator } from './juel-node.js';

/** FEEL that means the same as an expression of JUEL; undefined where there is none. */
export function juelToFeel(node: JuelNode): string | undefined {
  switch (node.kind) {
    case 'literal':
      return node.feel;
    case 'name':
      return nameToFeel(node.name);
    case 'property':
      return propertyToFeel(node.of, node.name);
    case 'index':
      return indexToFeel(node.of, node.at);
    case 'call':
      return callToFeel(node, operandToFeel);
    case 'unary':
      return unaryToFeel(node.operator, operandToFeel(node.of));
    case 'binary':
      return binaryToFeel(node.operator, operandToFeel(node.left), operandToFeel(node.right));
    case 'choice': {
      const [when, then, otherwise] = [node.when, node.then, node.otherwise].map(operandToFeel);
      if (when === undefined || then === undefined || otherwise === undefined) return undefined;
      return `if ${when} then ${then} else ${otherwise}`;
    }
  }
}

// Whatever has parts of its own stands in parentheses: the two languages do not bind equally strongly.
function operandToFeel(node: JuelNode): string | undefined {
  const feel = juelToFeel(node);
  if (feel === undefined) return undefined;
  return /^(?:[\p{L}\p{N}_.]+|"[^"\\]*")$/u.test(feel) ? feel : `(${feel})`;
}

// Camunda's counters of a multi-instance; its loop counter begins at 0, ours at 1.
const counters: ReadonlyMap<string, string> = new Map([
  ['nrOfInstances', 'numberOfInstances'],
  ['nrOfActiveInstances', 'numberOfActiveInstances'],
  ['nrOfCompletedInstances', 'numberOfCompletedInstances'],
  ['loopCounter', 'loopCounter - 1'],
]);

// What these stand for is Camunda's own, and no variable here.
const foreign: ReadonlySet<string> = new Set(['execution', 'task', 'caseExecution', 'authenticatedUserId']);

const nameToFeel = (name: string): string | undefined =>
  foreign.has(name) || !isFeelName(name) ? undefined : (counters.get(name) ?? name);

const isFeelName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);

function propertyToFeel(of: JuelNode, name: string): string | undefined {
  const object = operandToFeel(of);
  if (object === undefined) return undefined;
  return isFeelName(name) ? `${object}.${name}` : `get value(${object}, ${JSON.stringify(name)})`;
}

// JUEL counts from 0, FEEL from 1; a text names a property.
function indexToFeel(of: JuelNode, at: JuelNode): string | undefined {
  const list = operandToFeel(of);
  const index = operandToFeel(at);
  if (list === undefined || index === undefined) return undefined;
  if (at.kind !== 'literal') return `${list}[${index} + 1]`;
  if (/^\d+$/.test(at.feel)) return `${list}[${Number(at.feel) + 1}]`;
  return at.feel.startsWith('"') ? propertyToFeel(of, textOf(at.feel)) : undefined;
}

const textOf = (literal: string): string => String(JSON.parse(literal));

function unaryToFeel(operator: '!' | '-' | 'empty', of: string | undefined): string | undefined {
  if (of === undefined) return undefined;
  if (operator === '-') return `-${of}`;
  if (operator === 'empty') return emptyInFeel(of);
  // What is missing is false in JUEL, so that its opposite is true; `not` would give null.
  return `${of} != true`;
}

const signs: Readonly<Record<JuelOperator, string>> = {
  '||': 'or',
  '&&': 'and',
  '==': '=',
  '!=': '!=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  '+': '+',
  '-': '-',
  '*': '*',
  '/': '/',
  '%': '%',
};

function binaryToFeel(operator: JuelOperator, left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return undefined;
  return operator === '%' ? `modulo(${left}, ${right})` : `${left} ${signs[operator]} ${right}`;
}
