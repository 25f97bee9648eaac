import ts from 'typescript';
import { atLeast, type Gate, type Measured } from './gate.js';
import { collect, placeOf, type SourceFile } from './source-tree.js';

/** Every export of the engine and of the ports says in a sentence what a caller may rely on. */
export function measureDocumentedExports(files: readonly SourceFile[]): readonly Gate[] {
  const engine = files.filter(({ path, isTest }) => path.startsWith('src/engine/') && !isTest);
  const ports = files.filter(({ path }) => /^src\/.*ports\.ts$/.test(path));
  return [
    atLeast('documented exports, engine', documentedShare(engine), 100),
    atLeast('documented exports, ports', documentedShare(ports), 100),
  ];
}

function documentedShare(files: readonly SourceFile[]): Measured {
  const exports = files.flatMap((file) =>
    collect(file, (node) =>
      isExported(node)
        ? { place: placeOf(file, node), isDocumented: ts.getJSDocCommentsAndTags(node).length > 0 }
        : undefined,
    ),
  );
  const silent = exports.filter((one) => !one.isDocumented);
  return {
    value: exports.length === 0 ? 100 : ((exports.length - silent.length) * 100) / exports.length,
    worst: silent.map(({ place }) => place),
  };
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false);
