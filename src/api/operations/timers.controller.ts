import { Body, Inject, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { CommandAnswer } from '../../contract/command.contract.js';
import { idSchema } from '../../contract/id.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { changeTimerSchema, timerListSchema } from '../../contract/timer.contract.js';
import type { ChangeTimerInput, TimerList } from '../../contract/timer.contract.js';
import { idOf } from '../../shared/id.js';
import { operatedCase } from '../access/visible.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { AskedWithRevision, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { giveCommand } from '../command/give-command.js';
import type { RequestActor } from '../request-actor.js';
import { openTimers } from './open-timers.js';

/** The alarms of a case, for operators: when they ring and why, and how one is set to another time. */
@ApiResource('operations')
export class TimersController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.timers, 'Alarmene som er satt i saken, og hvorfor de ringer da', timerListSchema)
  async list(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TimerList> {
    const timers = await openTimers(this.ports, who, await operatedCase(this.ports, who, id));
    response.set('etag', `"${timers.revision}"`);
    return timers;
  }

  @CommandRoute(routes.changeTimer, 'Flytt tidspunktet for en alarm, med grunn', { ifMatch: 'required' })
  async change(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('timer', { schema: idSchema }) timer: string,
    @Body({ schema: changeTimerSchema }) { dueAt, reason }: ChangeTimerInput,
  ): Promise<CommandAnswer> {
    const { who, expectedRevision } = asked;
    const { id: processInstanceId } = await operatedCase(this.ports, who, id);
    const command = { type: 'ChangeTimer', timerId: idOf<'Timer'>(timer), dueAt, reason, actor: who.actor } as const;
    const seen = expectedRevision === undefined ? {} : { expectedRevision };
    return giveCommand(this.ports, asked, { processInstanceId, command, ...seen });
  }
}
