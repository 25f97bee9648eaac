/**
 * A number from 0 up to 1 for a key: the same for the same key, whenever it is asked. The demo's past is drawn like this, so that
 * loading that was cut short goes on as if it had not been.
 */
export function draw(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** One of some things, drawn by a key. */
export function drawOne<Item>(key: string, items: readonly Item[]): Item {
  const item = items[Math.floor(draw(key) * items.length)];
  if (item === undefined) throw new Error(`Expected something to draw from for '${key}', but there is nothing`);
  return item;
}
