import type { Binding } from '../../definition/activity-parts.js';
import { textOf, type ModdleElement } from '../document/moddle-element.js';

/** Which version of a process or decision is called, where the diagram says; a version without a number is the latest. */
export function readBinding(element: ModdleElement): Binding | undefined {
  const version = Number(textOf(element, 'version') ?? Number.NaN);
  const versionTag = textOf(element, 'versionTag');
  switch (textOf(element, 'binding')) {
    case 'deployment':
      return { kind: 'deployment' };
    case 'version':
      return Number.isInteger(version) ? { kind: 'version', version } : { kind: 'latest' };
    case 'version-tag':
      return versionTag === undefined ? { kind: 'latest' } : { kind: 'version-tag', versionTag };
    case 'latest':
      return { kind: 'latest' };
    default:
      return undefined;
  }
}
