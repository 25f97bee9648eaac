import { definitionOf, PathPlayer, pathsOf } from './path-player.js';
import { processKeys } from './workflow-files.js';

describe.each([...processKeys])('%s', (key) => {
  const { paths } = pathsOf(key);

  it.each(paths.map((path) => [path.name, path] as const))('%s', async (_name, path) => {
    const player = await PathPlayer.on(key, path);

    for (const step of path.steps) player.play(step);

    expect(player.case.instance.state).toBe('completed');
    expect(path.ends.filter((end) => !player.visited.has(end))).toEqual([]);
    expect(player.case.instance.finalVariables).toMatchObject(path.gives ?? {});
  });

  it('has no node and no flow that no path takes', async () => {
    const { nodes, flows } = await definitionOf(key);
    const visited = new Set<string>();

    for (const path of paths) {
      const player = await PathPlayer.on(key, path);
      for (const step of path.steps) player.play(step);
      for (const place of player.visited) visited.add(place);
    }

    expect([...nodes.keys(), ...flows.keys()].filter((id) => !visited.has(id))).toEqual([]);
  });
});
