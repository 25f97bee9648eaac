/** An id that cannot be mistaken for another kind of id. */
export type Id<Of extends string> = string & { readonly __of: Of };

/** Names a plain string as an id where data enters: a row, a request, a diagram. Checks nothing. */
export const idOf = <Of extends string>(text: string): Id<Of> => text as Id<Of>;
