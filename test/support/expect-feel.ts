import { compileFeel } from '../../src/engine/expression/compile-feel.js';
import type { FeelValue } from '../../src/engine/expression/values/feel-value.js';
import { toJson } from '../../src/engine/expression/values/json.js';
import type { Json } from '../../src/shared/json.js';

const noNames = new Map<string, FeelValue>();

function valueOf(source: string): Json {
  const compiled = compileFeel(source);
  return compiled.ok ? toJson(compiled.feel.evaluate(noNames).value, { isTyped: true }) : compiled.message;
}

/** One test a line: an expression and what it gives, both in FEEL (`1 + 1 => 2`). */
export function itGives(lines: string): void {
  for (const line of lines.split('\n').filter((one) => one.trim() !== '')) {
    const [source = '', expected = ''] = line.trim().split(' => ');

    it(`${source} is ${expected}`, () => {
      expect(valueOf(source)).toEqual(valueOf(expected));
    });
  }
}
