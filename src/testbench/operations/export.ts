import { exportBpmn } from '../../engine/index.js';
import { plainDiagnostic, undeployable } from '../host/read-files.js';
import type { Operation } from './operation.js';

/** A file parsed and written again; nothing is executed or checked. */
export const exportFile: Operation = async (_bench, request) => {
  const file = request.part('file');
  const exported = await exportBpmn(file.text('content'));
  if (!exported.ok) throw undeployable(exported.diagnostics);
  return { content: exported.content, warnings: exported.warnings.map(plainDiagnostic) };
};
