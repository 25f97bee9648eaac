import type { CommandHandler } from '../runtime/command-handler.js';
import { ringRequest } from '../runtime/ring-request.js';
import type { Wake } from './wake-queue.js';

/** How alarms ended. `late` ones rang for a timer that had rung or was cancelled: normal, and worth no line in a log. */
export interface AlarmCount {
  readonly rung: number;
  readonly late: number;
}

type TimerWake = Extract<Wake, { readonly kind: 'timer' }>;

/** Rings timers on a hint. Whether a timer is due is for the case and the database's clock to say, never for the queue. */
export class TimerWorker {
  private rung = 0;
  private late = 0;

  constructor(private readonly handler: CommandHandler) {}

  async ring({ tenant, processInstanceId, timerId }: Omit<TimerWake, 'kind' | 'dueAt'>): Promise<void> {
    const outcome = await this.handler.handle(ringRequest(tenant, { id: timerId, processInstanceId }));
    if (outcome.ok) this.rung += 1;
    else this.late += 1;
  }

  count(): AlarmCount {
    return { rung: this.rung, late: this.late };
  }
}
