import { Bench } from '../../src/testbench/bench.js';
import { answerLine } from '../../src/testbench/protocol/answer-line.js';

/** One thing in a list of an answer. */
export interface Listed {
  readonly id: string;
  readonly element: string;
  readonly [field: string]: unknown;
}

/** An answer of the bench; which of its fields are there, the test says. */
export interface Answer {
  readonly id: unknown;
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly message: string; readonly element?: string };
  readonly instance: string;
  readonly state: string;
  readonly received: number;
  readonly content: string;
  readonly value: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly correlated: readonly string[];
  readonly svgs: readonly string[];
  readonly violations: readonly unknown[];
  readonly processes: readonly unknown[];
  readonly decisions: readonly unknown[];
  readonly warnings: readonly unknown[];
  readonly tokens: readonly Listed[];
  readonly tasks: readonly Listed[];
  readonly jobs: readonly Listed[];
  readonly timers: readonly Listed[];
  readonly fired: readonly Listed[];
  readonly waiting: readonly Listed[];
  readonly incidents: readonly Listed[];
  readonly instances: readonly Listed[];
  readonly trace: readonly Listed[];
  readonly task: Listed;
}

/** A bench that is asked by lines of its protocol, as any test runner asks it. */
export class BenchLine {
  readonly #bench: Bench;
  #id = 0;

  constructor(longestWork?: number) {
    this.#bench = new Bench(longestWork);
  }

  /** Sends a line as it is. */
  async line(text: string): Promise<Answer> {
    return JSON.parse(await answerLine(this.#bench, text));
  }

  /** Sends a request, whatever the answer is. */
  async ask(op: string, fields: object = {}): Promise<Answer> {
    this.#id += 1;
    const answer = await this.line(JSON.stringify({ id: this.#id, op, ...fields }));
    if (answer.id !== this.#id)
      throw new Error(`Expected the answer to ${this.#id}, but got ${JSON.stringify(answer)}`);
    return answer;
  }

  /** Sends a request that must be done. */
  async do(op: string, fields: object = {}): Promise<Answer> {
    const answer = await this.ask(op, fields);
    if (!answer.ok) throw new Error(`Expected '${op}' to be done, but: ${JSON.stringify(answer.error)}`);
    return answer;
  }

  /** The code by which a request is refused; empty when it is done. */
  async refusal(op: string, fields: object = {}): Promise<string> {
    return (await this.ask(op, fields)).error?.code ?? '';
  }

  /** Deploys diagrams. */
  deploy(...contents: readonly string[]): Promise<Answer> {
    return this.do('deploy', { files: contents.map((content, at) => ({ name: `file-${at}`, content })) });
  }

  /** Starts an instance and gives its id. */
  async start(process: string, fields: object = {}): Promise<string> {
    return (await this.do('start', { process, ...fields })).instance;
  }

  /** Where the tokens of an instance stand, in alphabetical order. */
  async standing(instance: string): Promise<readonly string[]> {
    const { tokens } = await this.do('instance', { instance });
    return tokens.map(({ element }) => element).toSorted();
  }

  /** The laws that are broken. */
  async violations(): Promise<readonly unknown[]> {
    return (await this.do('check')).violations;
  }
}
