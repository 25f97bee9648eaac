import { Body, Inject, Param } from '@nestjs/common';
import type { z } from 'zod';
import { colleagueGroups } from '../../cases/access/colleague-groups.js';
import { mayReadWork } from '../../cases/access/may-read-work.js';
import { partsOfCase } from '../../cases/whole-case.js';
import { dateInNorway } from '../../cases/deadlines/date-in-norway.js';
import { idSchema } from '../../contract/id.contract.js';
import {
  absenceListSchema,
  absenceSchema,
  bounceAnswerSchema,
  bounceSchema,
  changeAbsenceSchema,
  endAbsenceSchema,
  endedAbsenceSchema,
  noticeListSchema,
  noticePreferenceSchema,
  registerAbsenceSchema,
} from '../../contract/notice.contract.js';
import type { AbsenceView, NoticePreferenceView, NoticeView } from '../../contract/notice.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { Absence } from '../../runtime/notice-ports.js';
import type { TenantId } from '../../runtime/ports.js';
import { idOf } from '../../shared/id.js';
import { shownCase } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { noticeView } from './notice-view.js';

interface Notices {
  readonly items: readonly NoticeView[];
}

/** Messages to people: what was said to whom, what did not arrive, who is away. */
@ApiResource('notices')
export class NoticesController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.caseNotices, 'Meldingene i saken: kanal, tilstand og hvorfor noe ikke kom fram', noticeListSchema)
  async ofCase(@Who() who: RequestActor, @Param('id', { schema: idSchema }) id: string): Promise<Notices> {
    const found = await shownCase(this.ports, who, { id, part: 'notices' });
    const parts = await partsOfCase(this.ports.cases, who.tenant, found);
    const sent = await Promise.all([found, ...parts].map(({ id }) => this.ports.notices.sent.ofCase(who.tenant, id)));
    const rows =
      parts.length === 0 ? sent.flat() : sent.flat().toSorted((one, other) => one.at.localeCompare(other.at));
    // Staff see every message of a case, others those to themselves.
    const isStaff = mayReadWork(who.actor, found, { candidateGroups: [] });
    return { items: rows.filter(({ to }) => isStaff || to === who.actor.id).map(noticeView) };
  }

  @ReadRoute(routes.myNotices, 'Meldingene til deg', noticeListSchema)
  async mine(@Who() { tenant, actor }: RequestActor): Promise<Notices> {
    return { items: (await this.ports.notices.sent.to(tenant, actor.id)).map(noticeView) };
  }

  @ReadRoute(routes.undeliveredNotices, 'Meldinger som ikke kom fram, eller kan være sendt to ganger', noticeListSchema)
  async undelivered(@Who() who: RequestActor): Promise<Notices> {
    // Operators mend what is stuck; what a message is about is not theirs to read.
    const rows = await this.ports.notices.sent.undelivered(who.tenant);
    return { items: rows.map((row) => ({ ...noticeView(row), subject: '' })) };
  }

  @CommandRoute(routes.bounces, 'Meld at en melding kom i retur', { answer: bounceAnswerSchema })
  bounce(
    @Asked() asked: AskedCommand,
    @Body({ schema: bounceSchema }) body: z.output<typeof bounceSchema>,
  ): Promise<z.infer<typeof bounceAnswerSchema>> {
    const { tenant } = asked.who;
    const { notices } = this.ports;
    const run = async () => ({
      known: await ('mail' in body
        ? notices.mailReported(tenant, body.mail)
        : notices.reported(tenant, { providerId: body.messageId, reason: body.reason, cameBack: true })),
    });
    return onlyOnce(this.ports.receipts, asked, { schema: bounceAnswerSchema, run });
  }

  @ReadRoute(routes.noticePreference, 'Hvordan du vil ha beskjed', noticePreferenceSchema)
  preference(@Who() { tenant, actor }: RequestActor): Promise<NoticePreferenceView> {
    return this.ports.notices.preferences.of(tenant, actor.id);
  }

  @CommandRoute(routes.noticePreference, 'Velg språk og samling', { answer: noticePreferenceSchema })
  choose(
    @Asked() asked: AskedCommand,
    @Body({ schema: noticePreferenceSchema }) preference: NoticePreferenceView,
  ): Promise<NoticePreferenceView> {
    const { tenant, actor } = asked.who;
    const run = async () => {
      await this.ports.notices.preferences.choose(tenant, actor.id, preference);
      return preference;
    };
    return onlyOnce(this.ports.receipts, asked, { schema: noticePreferenceSchema, run });
  }

  @ReadRoute(routes.absences, 'Ditt fravær og hvem som er vikar', absenceListSchema)
  async absences(@Who() { tenant, actor }: RequestActor): Promise<{ readonly items: readonly AbsenceView[] }> {
    const today = dateInNorway(await this.ports.clock.now(tenant));
    const found = await this.ports.notices.absences.current(tenant, today, actor.id);
    return { items: await Promise.all(found.map((one) => this.absenceView(tenant, one))) };
  }

  @CommandRoute(routes.absences, 'Meld fravær med vikar', { answer: absenceSchema, status: 201 })
  register(
    @Asked() asked: AskedCommand,
    @Body({ schema: registerAbsenceSchema }) body: z.output<typeof registerAbsenceSchema>,
  ): Promise<AbsenceView> {
    const { tenant, actor } = asked.who;
    const substitute = idOf<'Actor'>(body.substitute);
    const absence = {
      ...body,
      id: `${actor.id}/${asked.receipt.key}`,
      actor: actor.id,
      substitute,
      registeredBy: actor.id,
    };
    const run = async () => {
      await this.requireSubstitute(tenant, absence);
      await this.ports.notices.absences.register(tenant, absence);
      return this.absenceView(tenant, absence);
    };
    return onlyOnce(this.ports.receipts, asked, { schema: absenceSchema, run });
  }

  @CommandRoute(routes.changeAbsence, 'Endre dager eller vikar i ditt fravær', { answer: absenceSchema })
  changeAbsence(
    @Asked() asked: AskedCommand,
    @Body({ schema: changeAbsenceSchema }) body: z.output<typeof changeAbsenceSchema>,
  ): Promise<AbsenceView> {
    const { tenant, actor } = asked.who;
    const absence = { ...body, actor: actor.id, substitute: idOf<'Actor'>(body.substitute) };
    const run = async () => {
      await this.requireSubstitute(tenant, absence);
      if (!(await this.ports.notices.absences.change(tenant, absence))) throw problem('not-found');
      return this.absenceView(tenant, absence);
    };
    return onlyOnce(this.ports.receipts, asked, { schema: absenceSchema, run });
  }

  @CommandRoute(routes.endAbsence, 'Avslutt ditt fravær nå', { answer: endedAbsenceSchema })
  endAbsence(
    @Asked() asked: AskedCommand,
    @Body({ schema: endAbsenceSchema }) { id }: z.output<typeof endAbsenceSchema>,
  ): Promise<z.infer<typeof endedAbsenceSchema>> {
    const { tenant, actor } = asked.who;
    const run = async () => {
      if (!(await this.ports.notices.absences.end(tenant, { id, actor: actor.id }))) throw problem('not-found');
      return { id };
    };
    return onlyOnce(this.ports.receipts, asked, { schema: endedAbsenceSchema, run });
  }

  // Messages to nobody would be lost, to oneself they would be no help, and to who works for nobody here they would tell of people.
  private async requireSubstitute(tenant: TenantId, { actor, substitute }: AbsenceOf): Promise<void> {
    const person = await this.ports.people.person(tenant, substitute);
    if (person === undefined || colleagueGroups(person).length === 0 || substitute === actor)
      throw problem('unknown-person');
  }

  private async absenceView(
    tenant: TenantId,
    { id, actor, fromOn, toOn, substitute }: AbsenceOf,
  ): Promise<AbsenceView> {
    const person = await this.ports.people.person(tenant, substitute);
    return { id, fromOn, toOn, substitute, person: actor, substituteName: person?.name ?? substitute };
  }
}

type AbsenceOf = Omit<Absence, 'registeredBy'>;
