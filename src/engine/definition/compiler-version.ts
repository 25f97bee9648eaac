/** Raised whenever the same XML would compile to something that decides differently; every instance pins one. */
export const compilerVersion = 1;
