import { Body, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { idSchema } from '../../contract/id.contract.js';
import {
  appointSchema,
  changePersonSchema,
  dismissSchema,
  personListSchema,
  personSchema,
  personSearchSchema,
  registerAnswerSchema,
  registerPersonSchema,
} from '../../contract/person.contract.js';
import type { AppointInput, PersonInput, RegisterAnswer, RegisterPersonInput } from '../../contract/person.contract.js';
import { routes } from '../../contract/routes.contract.js';
import type { FoundPerson, RegisteredPerson } from '../../runtime/person-ports.js';
import { idOf } from '../../shared/id.js';
import { shownNames, shownPerson } from '../access/shown.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, AskedWithRevision, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import { onlyOnce } from '../command/only-once.js';
import { problem } from '../problem/problem.js';
import type { RequestActor } from '../request-actor.js';
import { changed, newId, seenBy } from './register-answer.js';
import { requireProtection, visiblePerson } from './visible-person.js';

const answered = { answer: registerAnswerSchema, ifMatch: 'required' } as const;

/** The people whom the municipality helps, and those who act for them. */
@ApiResource('persons')
export class PersonsController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.persons, 'Personer med dette i navnet. De som har adressesperre, er aldri med', personListSchema)
  async named(
    @Who() who: RequestActor,
    @Query({ schema: personSearchSchema }) { name }: z.output<typeof personSearchSchema>,
  ): Promise<{ readonly items: readonly FoundPerson[] }> {
    const found = await this.ports.persons.named(who.tenant, name);
    const shown = new Set(
      (
        await shownNames(
          this.ports,
          who,
          found.map(({ id }) => id),
        )
      ).map(({ id }) => id),
    );
    return { items: found.filter(({ id }) => shown.has(id)) };
  }

  @ReadRoute(routes.ownPerson, 'Det vi har registrert om deg', personSchema)
  own(@Who() who: RequestActor, @Res({ passthrough: true }) response: Response): Promise<RegisteredPerson> {
    return this.read(who, who.actor.id, response);
  }

  @ReadRoute(routes.person, 'En person, med fullmektig og støttespillere', personSchema)
  async read(
    @Who() who: RequestActor,
    @Param('id', { schema: idSchema }) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RegisteredPerson> {
    const person = await shownPerson(this.ports, who, id);
    response.set('etag', `"${person.revision}"`);
    return person;
  }

  @CommandRoute(routes.persons, 'Registrer en person', { answer: registerAnswerSchema, status: 201 })
  register(
    @Asked() asked: AskedCommand,
    @Body({ schema: registerPersonSchema }) { id = newId(asked, 'person'), ...details }: RegisterPersonInput,
  ): Promise<RegisterAnswer> {
    const { tenant, actor } = asked.who;
    const run = async (): Promise<RegisterAnswer> => {
      const isNew = await this.ports.persons.register(tenant, { ...details, id: idOf<'Actor'>(id) }, actor.id);
      if (!isNew) throw problem('person-exists');
      return { id, revision: 1 };
    };
    return onlyOnce(this.ports.receipts, asked, { schema: registerAnswerSchema, run });
  }

  @CommandRoute(routes.changePerson, 'Endre det som står om personen', answered)
  change(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: changePersonSchema }) details: PersonInput,
  ): Promise<RegisterAnswer> {
    return this.changing(asked, id, async (person) => {
      requireProtection(asked.who, person, details);
      return this.ports.persons.change(asked.who.tenant, seenBy(asked, id), details);
    });
  }

  @CommandRoute(routes.appointRepresentative, 'Registrer fullmektig eller støttespiller', answered)
  appoint(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: appointSchema }) { actor, ...input }: AppointInput,
  ): Promise<RegisterAnswer> {
    const one = {
      ...input,
      id: newId(asked, 'representant'),
      ...(actor === undefined ? {} : { actor: idOf<'Actor'>(actor) }),
    };
    return this.changing(asked, id, () => this.ports.persons.appoint(asked.who.tenant, seenBy(asked, id), one));
  }

  @CommandRoute(routes.dismissRepresentative, 'Avslutt en fullmakt', answered)
  dismiss(
    @AskedWithRevision() asked: AskedCommand,
    @Param('id', { schema: idSchema }) id: string,
    @Param('representative', { schema: idSchema }) representative: string,
    @Body({ schema: dismissSchema }) { toOn }: z.output<typeof dismissSchema>,
  ): Promise<RegisterAnswer> {
    return this.changing(asked, id, () =>
      this.ports.persons.dismiss(asked.who.tenant, seenBy(asked, id), { id: representative, toOn }),
    );
  }

  private changing(
    asked: AskedCommand,
    id: string,
    change: (person: RegisteredPerson) => ReturnType<ApiPorts['persons']['change']>,
  ): Promise<RegisterAnswer> {
    const run = async (): Promise<RegisterAnswer> => {
      const person = await visiblePerson(this.ports, asked.who, id);
      return changed(seenBy(asked, id), await change(person));
    };
    return onlyOnce(this.ports.receipts, asked, { schema: registerAnswerSchema, run });
  }
}
