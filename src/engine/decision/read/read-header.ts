import { elementOf, elementsOf, feelNameOf, nameOf, textOf, type DmnElement } from './dmn-element.js';

/** A model that another one uses: under a name, or, with an empty name, as if its elements were its own (DMN 1.5 §6.3.3). */
export interface Import {
  readonly name: string;
  readonly namespace: string;
}

/** What a document says of itself, before its logic is looked at. */
export interface Header {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  readonly imports: readonly Import[];
  /** Which tool wrote it; empty where it does not say. */
  readonly exporter: string;
}

/** Reads the header of a document; other things than decision models (PMML, XSD) are not imported. */
export function readHeader(root: DmnElement): Header {
  return {
    id: textOf(root, 'id') ?? '',
    name: nameOf(root),
    namespace: textOf(root, 'namespace') ?? '',
    exporter: textOf(root, 'exporter') ?? '',
    imports: elementsOf(root, 'import')
      .filter((one) => isDecisionModel(textOf(one, 'importType')))
      .map((one) => ({ name: feelNameOf(one), namespace: textOf(one, 'namespace') ?? '' })),
  };
}

const isDecisionModel = (importType: string | undefined): boolean =>
  importType === undefined || /spec\/DMN\//.test(importType);

/** The key of the element that an `href` points to: `#id` of the same document, or a namespace and an id. */
export function keyOf(href: string, namespace: string): string {
  const at = href.lastIndexOf('#');
  if (at < 0) return `${namespace}#${href}`;
  return at === 0 ? `${namespace}${href}` : href;
}

/** The hrefs of children such as `requiredDecision`, from children such as `informationRequirement`. */
export function hrefsOf(element: DmnElement, child: string, target: string): readonly string[] {
  return elementsOf(element, child).flatMap((one) => {
    const reference = elementOf(one, target);
    const href = reference && textOf(reference, 'href');
    return href === undefined ? [] : [href];
  });
}
