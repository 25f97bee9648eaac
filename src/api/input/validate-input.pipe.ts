import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { problem } from '../problem/problem.js';
import { harmfulInput } from './harmful-input.js';

/**
 * Checks every argument that names a schema of the contract, and hands on what the schema made of it. A wrong body or
 * query is 400 with the paths of the fields; a path that cannot be an id is 404, like any other that does not exist.
 */
@Injectable()
export class ValidateInputPipe implements PipeTransform {
  async transform(value: unknown, { type, schema }: ArgumentMetadata): Promise<unknown> {
    if (schema === undefined) return value;

    const harm = harmfulInput(value);
    if (harm !== undefined)
      throw type === 'param' ? problem('not-found') : problem('invalid-input', { errors: [harm] });

    const result = await schema['~standard'].validate(value);
    if (result.issues === undefined) return result.value;
    if (type === 'param') throw problem('not-found');

    const errors = result.issues.slice(0, 100).map(({ path, message }) => ({ path: pathText(path), message }));
    throw problem('invalid-input', { errors });
  }
}

type IssuePath = readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;

const pathText = (path: IssuePath): string =>
  (path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');
