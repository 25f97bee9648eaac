// Diagnostics of BPMN and DMN have one shape; the rules of this folder find it here.
export { error, warning, type Diagnostic } from '../xml/diagnostic.js';
