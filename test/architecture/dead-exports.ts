import ts from 'typescript';
import { noneOf, type Gate } from './gate.js';
import { collect, placeOf, type SourceFile } from './source-tree.js';

// Doors and entry points are asked from outside; types of the contract are for whoever reads the API.
const askedFromOutside =
  /^(src\/engine\/index\.ts|src\/app\/(main|worker)\.ts|src\/(testbench|cli)\/command-line\.ts|src\/contract\/.*|web\/src\/main\.tsx)$/;

/** Exports that nothing imports, not even a test, and that their own file does not use either: they can go. */
export function measureDeadExports(files: readonly SourceFile[]): readonly Gate[] {
  const imported = new Set(files.flatMap(importedNames));
  const dead = files
    .filter(({ path, isTest }) => !isTest && !askedFromOutside.test(path))
    .flatMap((file) =>
      exportsOf(file)
        .filter(({ name }) => !imported.has(`${file.path}#${name}`) && !imported.has(`${file.path}#*`))
        .filter(({ name }) => file.text.split(new RegExp(`\\b${name}\\b`)).length <= 2)
        .map(({ place, name }) => `${place} ${name}`),
    );
  return [noneOf('exports that nothing uses', dead)];
}

interface Export {
  readonly name: string;
  readonly place: string;
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

function exportsOf(file: SourceFile): readonly Export[] {
  return file.ast.statements.filter(isExported).flatMap((statement) => {
    const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
    return declared.flatMap((declaration) => {
      const name = 'name' in declaration ? declaration.name : undefined;
      return isIdentifier(name) ? [{ name: name.text, place: placeOf(file, declaration) }] : [];
    });
  });
}

const isIdentifier = (value: unknown): value is ts.Identifier =>
  typeof value === 'object' && value !== null && 'escapedText' in value;

/** `path#name` for each name that a file imports or passes on; `path#*` where it takes everything. */
function importedNames(file: SourceFile): readonly string[] {
  const pathOf = (specifier: ts.Expression | undefined): string =>
    specifier && ts.isStringLiteral(specifier)
      ? (file.imports.find((one) => one.specifier === specifier.text)?.file ?? '')
      : '';

  return collect(file, (node) => {
    if (ts.isImportDeclaration(node))
      return namesIn(node.importClause).map((name) => `${pathOf(node.moduleSpecifier)}#${name}`);
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const names =
        node.exportClause && ts.isNamedExports(node.exportClause) ? textsOf(node.exportClause.elements) : ['*'];
      return names.map((name) => `${pathOf(node.moduleSpecifier)}#${name}`);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      return [`${pathOf(node.arguments[0])}#*`];
    }
    return undefined;
  }).flat();
}

function namesIn(clause: ts.ImportClause | undefined): readonly string[] {
  const bindings = clause?.namedBindings;
  if (bindings === undefined) return [];
  return ts.isNamespaceImport(bindings) ? ['*'] : textsOf(bindings.elements);
}

const textsOf = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): readonly string[] =>
  elements.map(({ propertyName, name }) => (propertyName ?? name).text);
