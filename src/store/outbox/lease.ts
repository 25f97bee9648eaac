/** How long a claimed effect is its worker's. Real seconds: longer than any effect takes, shorter than anybody should wait. */
export const leaseSeconds = 45;
