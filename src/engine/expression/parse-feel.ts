import { parseExpression } from 'feelin';

/** One node of a parsed expression, as plain data; `name` is the grammar's name of it. */
export interface FeelNode {
  readonly name: string;
  readonly text: string;
  readonly children: readonly FeelNode[];
}

/** A parsed expression, or where the text stops making sense (counted from 0). */
export type FeelParse =
  { readonly ok: true; readonly root: FeelNode } | { readonly ok: false; readonly position: number };

type LezerNode = ReturnType<typeof parseExpression>['topNode'];

/** Parses FEEL without looking at any variable: what an expression means never depends on the values it meets. */
export function parseFeel(source: string): FeelParse {
  const tree = parseExpression(source, {}, undefined);

  let firstError: number | undefined;
  tree.iterate({
    enter: (node) => {
      if (node.type.isError) firstError ??= node.from;
    },
  });
  if (firstError !== undefined) return { ok: false, position: firstError };

  return { ok: true, root: plainNode(tree.topNode, source) };
}

/** The node itself and everything under it. */
export function allNodes(node: FeelNode): readonly FeelNode[] {
  return [node, ...node.children.flatMap(allNodes)];
}

function plainNode(node: LezerNode, source: string): FeelNode {
  const children: FeelNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!child.type.isSkipped) children.push(plainNode(child, source));
  }
  return { name: node.name, text: source.slice(node.from, node.to), children };
}
