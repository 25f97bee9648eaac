import { Body, Inject } from '@nestjs/common';
import { lettersToPostSchema, postedLettersSchema, postLettersSchema } from '../../contract/letter.contract.js';
import type { LettersToPost, PostedLettersAnswer, PostLettersInput } from '../../contract/letter.contract.js';
import { routes } from '../../contract/routes.contract.js';
import { apiPorts } from '../api-ports.js';
import type { ApiPorts } from '../api-ports.js';
import { ApiResource, CommandRoute, ReadRoute } from '../api-route.js';
import { Asked, Who } from '../command/asked-command.js';
import type { AskedCommand } from '../command/asked-command.js';
import type { RequestActor } from '../request-actor.js';
import { listLettersToPost } from './list-letters-to-post.js';
import { postLetters } from './post-letters.js';

/** Letters on paper: those that wait, and that they were laid in the post. */
@ApiResource('letters')
export class LettersToPostController {
  constructor(@Inject(apiPorts) private readonly ports: ApiPorts) {}

  @ReadRoute(routes.lettersToPost, 'Brev som skal i posten, de eldste først', lettersToPostSchema)
  list(@Who() who: RequestActor): Promise<LettersToPost> {
    return listLettersToPost(this.ports, who);
  }

  @CommandRoute(routes.postLetters, 'Si hvilke brev som er lagt i posten, og hvilken dag', {
    answer: postedLettersSchema,
  })
  post(
    @Asked() asked: AskedCommand,
    @Body({ schema: postLettersSchema }) input: PostLettersInput,
  ): Promise<PostedLettersAnswer> {
    return postLetters(this.ports, asked, input);
  }
}
