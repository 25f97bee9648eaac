/** An expression of JUEL as a tree. */
export type JuelNode =
  /** A literal, as FEEL writes it. */
  | { readonly kind: 'literal'; readonly feel: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'property'; readonly of: JuelNode; readonly name: string }
  | { readonly kind: 'index'; readonly of: JuelNode; readonly at: JuelNode }
  | { readonly kind: 'call'; readonly of?: JuelNode; readonly name: string; readonly given: readonly JuelNode[] }
  | { readonly kind: 'unary'; readonly operator: '!' | '-' | 'empty'; readonly of: JuelNode }
  | { readonly kind: 'binary'; readonly operator: JuelOperator; readonly left: JuelNode; readonly right: JuelNode }
  | { readonly kind: 'choice'; readonly when: JuelNode; readonly then: JuelNode; readonly otherwise: JuelNode };

/** What stands between two operands; words (`eq`, `and`, `div`) are written as their signs. */
export type JuelOperator = '||' | '&&' | '==' | '!=' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '%';
