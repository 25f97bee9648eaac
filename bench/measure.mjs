// Medians: these machines are shared and noisy, and a mean would measure the neighbours.

const middle = (times) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];

/** Median of so many rounds in microseconds. */
export function medianMicroseconds(rounds, work) {
  const times = Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return (performance.now() - from) * 1000;
  });
  return middle(times);
}

/** The same for work that answers later; one round after the other. */
export async function medianMicrosecondsLater(rounds, work) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await work();
    times.push((performance.now() - from) * 1000);
  }
  return middle(times);
}
