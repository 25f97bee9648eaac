import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import request from 'supertest';
import { beSystemOutsideRequests, readingAs } from '../../runtime/reading-as.js';
import { idOf } from '../../shared/id.js';
import { configureApi } from '../configure-api.js';
import { rememberRequestActor } from '../request-actor.js';

@Controller('api/v1/who-reads')
class WhoReadsController {
  @Get()
  async asked() {
    return { reading: readingAs() ?? null };
  }

  @Post()
  async told(@Body() body: { readonly words: string }) {
    return { reading: readingAs() ?? null, length: body.words.length };
  }
}

@Module({ controllers: [WhoReadsController] })
class WhoReadsModule {}

let app: NestExpressApplication;
beforeAll(async () => {
  beSystemOutsideRequests();
  app = await NestFactory.create<NestExpressApplication>(WhoReadsModule, { logger: false });
  app.use((incoming: Request, _: Response, next: NextFunction) => {
    const groups = incoming.headers['x-groups'];
    const actor = { id: idOf<'Actor'>('kari'), groups: String(groups).split(',') };
    if (groups !== undefined) rememberRequestActor(incoming, { tenant: idOf('trondheim'), actor, name: 'Kari' });
    next();
  });
  configureApi(app);
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

describe('a request', () => {
  it('reads in the name of whoever sends it, by the roles of their groups', async () => {
    const asked = request(app.getHttpServer()).get('/api/v1/who-reads').set('x-groups', 'hvk-leder,politiker,kantina');

    expect((await asked).body).toEqual({ reading: { id: 'kari', roles: ['hvk', 'politiker'] } });
  });

  it('reads as the public where nobody is logged in, also where the process outside is the system', async () => {
    const asked = request(app.getHttpServer()).get('/api/v1/who-reads');

    expect((await asked).body).toEqual({ reading: { id: '', roles: ['publikum'] } });
    expect(readingAs()).toBe('the system');
  });

  it('still does so when a body of 200 000 letters has come in pieces', async () => {
    const words = 'a'.repeat(200_000);
    const asked = request(app.getHttpServer()).post('/api/v1/who-reads').set('x-groups', 'admin').send({ words });

    expect((await asked).body).toEqual({ reading: { id: 'kari', roles: ['admin'] }, length: 200_000 });
  });
});
