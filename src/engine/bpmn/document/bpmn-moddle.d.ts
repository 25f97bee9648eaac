// bpmn-moddle 10 ships types for the elements it reads, but none for the reader itself.
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{
      readonly rootElement: unknown;
      readonly warnings: readonly { readonly message: string; readonly element?: unknown }[];
    }>;
  }
}
