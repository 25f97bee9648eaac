import { drawDiagrams, exportBpmn } from '../../engine/index.js';
import { plainDiagnostic, undeployable } from '../host/read-files.js';
import type { Operation } from './operation.js';

/** A file parsed and written again, and drawn if asked; nothing is executed or checked. */
export const exportFile: Operation = async (_bench, request) => {
  const file = request.part('file');
  const xml = file.text('content');
  const exported = await exportBpmn(xml);
  if (!exported.ok) throw undeployable(exported.diagnostics);
  const drawn = request.flag('svg') ? { svgs: drawDiagrams(xml) } : {};
  return { content: exported.content, ...drawn, warnings: exported.warnings.map(plainDiagnostic) };
};
