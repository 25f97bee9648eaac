/** The path of a route of the contract, with its `:names` filled in. */
export const pathOf = (route: string, parameters: Readonly<Record<string, string | number>> = {}): string =>
  route.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
