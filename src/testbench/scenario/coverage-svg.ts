import { drawDiagrams, labelOf } from '../../engine/index.js';
import { neverPassed, shareText, type Coverage } from './coverage.js';

/** A drawing of coverage with the name of its file. */
export interface CoverageSvg {
  readonly name: string;
  readonly svg: string;
}

const [rowHeight, width] = [22, 720];

/**
 * Draws what scenarios have passed: the diagrams of the models with green lines where they were, red dashes where they
 * never were; a process that has no diagram as a list.
 */
export function coverageSvgs(models: readonly string[], coverage: readonly Coverage[]): readonly CoverageSvg[] {
  const diagrams = models.flatMap((model) => (model.includes('BPMNDiagram') ? drawDiagrams(model) : []));
  return coverage.flatMap((one): readonly CoverageSvg[] => {
    const own = diagrams.filter((svg) => [...one.definition.nodes.keys()].some((id) => shows(svg, id)));
    if (own.length === 0) return [{ name: `${one.definition.key}.coverage.svg`, svg: listDrawing(one) }];
    return own.map((svg, at) => ({
      name: `${one.definition.key}${at === 0 ? '' : `-${at + 1}`}.coverage.svg`,
      svg: svg.replace(/<\/svg>\s*$/, `${styleOf(one)}</svg>\n`),
    }));
  });
}

const shows = (svg: string, id: string): boolean => svg.includes(`data-element-id="${escape(id)}"`);

function styleOf({ definition, passed }: Coverage): string {
  const rules = [...definition.nodes.keys(), ...definition.flows.keys()].map((id) => {
    const line = passed.has(id) ? 'stroke:#1e6e3a;stroke-width:3' : 'stroke:#a61b1b;stroke-dasharray:5 4';
    return `[data-element-id="${escape(id)}"]>:not(text){${line}}`;
  });
  return `<style>${rules.join('')}</style>`;
}

/** A list with a mark and a count for each node and flow: readable without colours, too. */
function listDrawing(coverage: Coverage): string {
  const { definition, passed } = coverage;
  const nodes = [...definition.nodes.values()].map((node) => ({ id: node.id, label: labelOf(node) }));
  const flows = [...definition.flows.values()].map(({ id, source, target }) => ({
    id,
    label: `${source} → ${target}`,
  }));
  const rows = [...nodes, ...flows].map(({ id, label }, at) => {
    const count = passed.get(id) ?? 0;
    const y = (at + 2) * rowHeight;
    const color = count > 0 ? '#1e6e3a' : '#a61b1b';
    return `<g data-element-id="${escape(id)}"><text x="12" y="${y}" fill="${color}">${count > 0 ? '✓' : '✗'} ${escape(label)} (${escape(id)})</text><text x="${width - 12}" y="${y}" text-anchor="end">${count} ×</text></g>`;
  });
  const height = (rows.length + 3) * rowHeight;
  const title = `${definition.name}: ${shareText(definition.nodes.keys(), passed)} nodes, ${shareText(definition.flows.keys(), passed)} flows`;
  const missed = neverPassed(coverage).length;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="14"><title>${escape(title)}</title><desc>${missed} were never passed</desc><rect width="100%" height="100%" fill="#fff"/><text x="12" y="${rowHeight}" font-weight="bold">${escape(title)}</text>${rows.join('')}</svg>\n`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
