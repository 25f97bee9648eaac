// saxen ships no types; it is the parser that bpmn-moddle uses.
declare module 'saxen' {
  export class Parser {
    on(event: string, listener: (...found: never[]) => void): this;
    parse(xml: string): unknown;
  }
}
