/** Tells on standard output how far the loading of the demo has come, at every quarter. */
export function createDemoProgress(): (share: number) => void {
  let shown = 0;
  return (share) => {
    if (share < shown) return;
    process.stdout.write(`Spiller demokommunens historie … ${Math.round(share * 100)} %\n`);
    shown += 0.25;
  };
}
