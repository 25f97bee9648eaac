// How much is measured: everything, or a share of it (`--size 0.01`) to see that a figure runs. A figure of less than everything
// says so in its name where the size is part of it.
const place = process.argv.indexOf('--size');
export const size = place < 0 ? 1 : Number(process.argv[place + 1]);
if (!(size > 0 && size <= 1)) throw new Error(`Expected --size above 0 and at most 1, but was given ${size}`);

export const isWhole = size === 1;

/** So much of `count`, but not less than `least`. */
export const sized = (count, least = 1) => Math.max(least, Math.round(count * size));
