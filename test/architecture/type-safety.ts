import ts from 'typescript';
import { atLeast, atMost, noneOf, type Gate, type Measured } from './gate.js';
import { collect, placeOf, type SourceFile } from './source-tree.js';

/** `any`, `as` and `!`, `readonly`, and what the house does without: enums, default exports, classes in the engine. */
export function measureTypeSafety(files: readonly SourceFile[]): readonly Gate[] {
  const product = files.filter(({ isTest }) => !isTest);
  const src = product.filter(({ path }) => path.startsWith('src/'));
  const engine = src.filter(({ path }) => path.startsWith('src/engine/') || path.startsWith('src/shared/'));
  return [
    noneOf(
      'any (src, web)',
      product.flatMap((file) => placesOf(file, isAny)),
    ),
    atMost('as and ! per 1 000 lines (src)', perThousandLines(src, isAssertion), 0.5),
    atMost('as and ! per 1 000 lines (web)', perThousandLines(product.filter(isWeb), isAssertion), 0.5),
    noneOf('compiler or linter told to look away (src, web)', product.flatMap(lookAways)),
    atLeast('readonly properties, engine', readonlyShare(engine), 100),
    atLeast('readonly properties, src', readonlyShare(src), 95),
    noneOf(
      'enums',
      product.flatMap((file) => placesOf(file, ts.isEnumDeclaration)),
    ),
    noneOf(
      'classes in the engine',
      engine.flatMap((file) => placesOf(file, ts.isClassLike)),
    ),
    noneOf(
      'inheritance (errors apart)',
      src.flatMap((file) => placesOf(file, isInheritance)),
    ),
    noneOf(
      'default exports (src)',
      src.flatMap((file) => placesOf(file, ts.isExportAssignment)),
    ),
  ];
}

const isWeb = ({ path }: SourceFile): boolean => path.startsWith('web/');

const placesOf = (file: SourceFile, is: (node: ts.Node) => boolean): readonly string[] =>
  collect(file, (node) => (is(node) ? placeOf(file, node) : undefined));

const isAny = (node: ts.Node): boolean => node.kind === ts.SyntaxKind.AnyKeyword;

const isAssertion = (node: ts.Node): boolean =>
  ts.isNonNullExpression(node) ||
  ts.isTypeAssertionExpression(node) ||
  (ts.isAsExpression(node) && node.type.getText() !== 'const');

const isInheritance = (node: ts.Node): boolean =>
  ts.isHeritageClause(node) &&
  ts.isClassLike(node.parent) &&
  node.token === ts.SyntaxKind.ExtendsKeyword &&
  !node.types.every((type) => /Error$|Exception$/.test(type.expression.getText()));

function perThousandLines(files: readonly SourceFile[], is: (node: ts.Node) => boolean): Measured {
  const places = files.flatMap((file) => placesOf(file, is));
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  return { value: lines === 0 ? 0 : (places.length * 1_000) / lines, worst: places };
}

function lookAways({ path, text }: SourceFile): readonly string[] {
  const found = text.split('\n').flatMap((line, at) => (/@ts-|(ox|es)lint-disable/.test(line) ? [at + 1] : []));
  return found.map((line) => `${path}:${line}`);
}

function readonlyShare(files: readonly SourceFile[]): Measured {
  const properties = files.flatMap((file) =>
    collect(file, (node) =>
      isProperty(node) && !isPattern(node) ? { place: placeOf(file, node), isReadonly: isReadonly(node) } : undefined,
    ),
  );
  const writable = properties.filter((property) => !property.isReadonly);
  return {
    value: properties.length === 0 ? 100 : ((properties.length - writable.length) * 100) / properties.length,
    worst: writable.map(({ place }) => place),
  };
}

type Property =
  ts.PropertySignature | ts.PropertyDeclaration | ts.ParameterPropertyDeclaration | ts.IndexSignatureDeclaration;

const isProperty = (node: ts.Node): node is Property =>
  ts.isPropertySignature(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isIndexSignatureDeclaration(node) ||
  (node.parent !== undefined && ts.isParameterPropertyDeclaration(node, node.parent));

// `Extract<Event, { type: 'X' }>` only asks which; nothing has that property.
const isPattern = (node: ts.Node): boolean =>
  ts.isTypeReferenceNode(node.parent.parent) && /^(Extract|Exclude)$/.test(node.parent.parent.typeName.getText());

const isReadonly = (node: Property): boolean =>
  node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ReadonlyKeyword) ?? false;
