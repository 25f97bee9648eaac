import ts from 'typescript';
import { atMost, noneOf, type Gate, type Measured } from './gate.js';
import { collect, placeOf, type SourceFile } from './source-tree.js';

const longestFile = 300;
const longestFunction = 40;
const mostParameters = 3;

/** Lengths of files and functions, and how many parameters functions take. */
export function measureSizes(files: readonly SourceFile[]): readonly Gate[] {
  const product = files.filter(({ path, isTest }) => path.startsWith('src/') && !isTest);
  const web = files.filter(({ path, isTest }) => path.startsWith('web/') && !isTest);
  const functions = product.flatMap(functionsOf);
  return [
    atMost('lines per file, median', percentile(product.map(fileLength), 50), 60),
    atMost('lines per file, 90th percentile', percentile(product.map(fileLength), 90), 150),
    noneOf(
      `files over ${longestFile} lines (src, web, test, bench)`,
      files.map(fileLength).filter(isOver(longestFile)).map(named),
    ),
    atMost('lines per function, 90th percentile', percentile(functions, 90), 20),
    noneOf(`functions over ${longestFunction} lines (src)`, functions.filter(isOver(longestFunction)).map(named)),
    noneOf(
      `functions over ${longestFunction * 2} lines (web)`,
      web
        .flatMap(functionsOf)
        .filter(isOver(longestFunction * 2))
        .map(named),
    ),
    noneOf(`functions with over ${mostParameters} parameters (src)`, product.flatMap(manyParameters)),
  ];
}

interface Length {
  readonly place: string;
  readonly lines: number;
}

const isOver =
  (limit: number) =>
  (length: Length): boolean =>
    length.lines > limit;

const named = ({ place, lines }: Length): string => `${place} (${lines})`;

const fileLength = ({ path, lines }: SourceFile): Length => ({ place: path, lines });

function percentile(lengths: readonly Length[], percent: number): Measured {
  const longestFirst = lengths.toSorted((one, other) => other.lines - one.lines);
  const at = Math.floor((longestFirst.length * (100 - percent)) / 100);
  return { value: longestFirst[at]?.lines ?? 0, worst: longestFirst.map(named) };
}

const functionsOf = (file: SourceFile): readonly Length[] =>
  collect(file, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return undefined;
    const first = file.ast.getLineAndCharacterOfPosition(node.getStart(file.ast)).line;
    const last = file.ast.getLineAndCharacterOfPosition(node.getEnd()).line;
    return { place: placeOf(file, node), lines: last - first + 1 };
  });

// Constructors are wiring: what a class needs is said once, there.
const manyParameters = (file: SourceFile): readonly string[] =>
  collect(file, (node) =>
    ts.isFunctionLike(node) &&
    'body' in node &&
    !ts.isConstructorDeclaration(node) &&
    !isDecorated(node) &&
    node.parameters.length > mostParameters
      ? `${placeOf(file, node)} (${node.parameters.length})`
      : undefined,
  );

// A route's parameters are named by its decorators: they are the request, not a choice.
const isDecorated = (node: ts.SignatureDeclaration): boolean =>
  ts.canHaveDecorators(node) && ts.getDecorators(node) !== undefined;
