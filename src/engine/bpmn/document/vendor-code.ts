import { error, type Diagnostic } from '../../xml/diagnostic.js';
import { childrenOf, elementOf, elementsIn, idOfElement, type ModdleElement } from './moddle-element.js';

const codeAttribute = /:(class|delegateExpression|javaDelegate)$/;
const codeElement = /:(connector|script)$/;
const listener = /:(executionListener|taskListener)$/;

/** Code of another engine never runs: Java classes, scripts, connectors and listeners in a vendor's namespace. */
export const vendorCode = (processes: readonly ModdleElement[]): readonly Diagnostic[] =>
  processes.flatMap(elementsIn).flatMap((element) => {
    const found = idOfElement(element) === '' ? undefined : vendorCodeIn(element);
    return found === undefined ? [] : [noVendorCode(idOfElement(element), found)];
  });

const noVendorCode = (id: string, found: string): Diagnostic =>
  error('vendor-code', id, {
    message: `Expected no code of another engine on '${id}', but it has ${found}`,
    melding: `Boligflyt kjører ikke kode fra modeller (${found}). Bruk en jobbtype, eller et uttrykk i FEEL.`,
  });

function vendorCodeIn(element: ModdleElement): string | undefined {
  const own = Object.keys(element.$attrs ?? {}).find((name) => codeAttribute.test(name));
  const extensions = elementOf(element, 'extensionElements');
  if (own !== undefined || extensions === undefined) return own;
  return childrenOf(extensions).find(isCode)?.$type;
}

const isCode = (extension: ModdleElement): boolean =>
  codeElement.test(extension.$type) ||
  (listener.test(extension.$type) &&
    (genericChildren(extension).some((child) => codeElement.test(child.$type)) ||
      ['class', 'delegateExpression', 'expression'].some((name) => typeof attributeOf(extension, name) === 'string')));

// Elements that no package describes are plain objects: their attributes are properties.
const attributeOf = (element: ModdleElement, name: string): unknown =>
  Object.entries(element).find(([key]) => key === name)?.[1];

function genericChildren(element: ModdleElement): readonly { readonly $type: string }[] {
  const children = attributeOf(element, '$children');
  return Array.isArray(children) ? children.filter((child) => typeof child?.$type === 'string') : [];
}
