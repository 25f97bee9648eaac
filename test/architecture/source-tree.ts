import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One import of a file: what is written, and which of our files it is; absent for vendors. */
export interface Import {
  readonly specifier: string;
  readonly file?: string;
}

/** One of our TypeScript files, parsed. */
export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly isTest: boolean;
  readonly ast: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const folders = ['src', 'web/src', 'test', 'bench'];
const notOurs = /(^|\/)(node_modules|dist|generated|\.boligflyt)(\/|$)/;

/** Every file under a folder, from the root of the repository. */
export function filesUnder(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(root, posix.join(entry.parentPath, entry.name)))
    .filter((path) => !notOurs.test(path));
}

/** Every TypeScript file of ours, parsed once. */
export function readSourceTree(): readonly SourceFile[] {
  const paths = folders.flatMap(filesUnder).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
  const known = new Set(paths);
  return paths.map((path) => readSourceFile(path, known));
}

function readSourceFile(path: string, known: ReadonlySet<string>): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const ast = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    isTest: path.startsWith('test/') || /\.test\.tsx?$/.test(path),
    ast,
    imports: specifiersOf(ast).map((specifier) => resolveImport(path, specifier, known)),
  };
}

function specifiersOf(ast: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : undefined;
    if (specifier && ts.isStringLiteral(specifier)) found.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(ast);
  return found;
}

function resolveImport(from: string, specifier: string, known: ReadonlySet<string>): Import {
  const target = specifier.startsWith('@contract/')
    ? posix.join('src/contract', specifier.slice('@contract/'.length))
    : specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier)
      : undefined;
  if (target === undefined) return { specifier };
  const bare = target.replace(/\.jsx?$/, '');
  const file = [target, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`].find((path) => known.has(path));
  return { specifier, file: file ?? target };
}

/** Every node of a file that `pick` gives something for. */
export function collect<Found>(file: SourceFile, pick: (node: ts.Node) => Found | undefined): readonly Found[] {
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const picked = pick(node);
    if (picked !== undefined) found.push(picked);
    ts.forEachChild(node, visit);
  };
  visit(file.ast);
  return found;
}

/** `path:line` of a node. */
export const placeOf = ({ path, ast }: SourceFile, node: ts.Node): string =>
  `${path}:${ast.getLineAndCharacterOfPosition(node.getStart(ast)).line + 1}`;
