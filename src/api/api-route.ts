import { applyDecorators, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiDefaultResponse, ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { StandardSchemaObject } from '@nestjs/swagger';
import { commandAnswerSchema } from '../contract/command.contract.js';

/** Where the API lives. */
export const apiPrefix = 'api/v1';

/** A controller of the API: its routes start with /api/v1, its refusals are problem+json. */
export const ApiResource = (tag: string) =>
  applyDecorators(
    Controller(apiPrefix),
    ApiTags(tag),
    ApiDefaultResponse({
      description: 'Et problem (RFC 9457). `code` sier hvilket.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }),
  );

/** A route that reads: what for, and the shape of the answer. */
export const ReadRoute = (path: string, summary: string, answer: StandardSchemaObject) =>
  applyDecorators(
    Get(path),
    ApiOperation({ summary }),
    ApiResponse({ status: 200, standardSchema: answer, description: 'Svaret.' }),
  );

/** A route that reads a diagram. */
export const XmlRoute = (path: string, summary: string) =>
  applyDecorators(
    Get(path),
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'Diagrammet som BPMN 2.0.',
      content: { 'application/xml': { schema: { type: 'string' } } },
    }),
  );

/** A route that reads a letter as it looks on paper. */
export const PdfRoute = (path: string, summary: string) =>
  applyDecorators(
    Get(path),
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'Brevet som PDF/UA-1. Samme brev gir alltid de samme bytene.',
      content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
    }),
  );

/** A route that reads tables as a file. */
export const SheetRoute = (path: string, summary: string) =>
  applyDecorators(
    Get(path),
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'Tabellene: CSV med semikolon, eller et regneark med et ark for hver.',
      content: {
        'text/csv': { schema: { type: 'string' } },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: { type: 'string', format: 'binary' },
        },
      },
    }),
  );

/** A route that reads what is registered about somebody as a file to keep. */
export const RecordFileRoute = (path: string, summary: string, record: StandardSchemaObject) =>
  applyDecorators(
    Get(path),
    ApiOperation({ summary }),
    ApiResponse({ status: 200, standardSchema: record, description: 'Opplysningene som JSON.' }),
    ApiProduces('application/json', 'text/csv'),
  );

/** A route that is asked with a body and changes nothing. */
export const QuestionRoute = (path: string, summary: string, answer: StandardSchemaObject) =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiResponse({ status: 200, standardSchema: answer, description: 'Svaret. Ingenting er endret.' }),
  );

/** A route that hands something out for a time. Asked again it hands out something else, and takes back by itself what got lost. */
export const ClaimRoute = (path: string, summary: string, answer: StandardSchemaObject) =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiResponse({ status: 200, standardSchema: answer, description: 'Det som er ditt så lenge.' }),
  );

/** What a command answers, where that is not the usual answer with 200. */
export interface CommandRouteOptions {
  readonly answer?: StandardSchemaObject;
  readonly status?: number;
  /** Whether If-Match may be left out; `absent` where it means nothing. */
  readonly ifMatch?: 'required' | 'optional' | 'absent';
}

/** A route that changes something: always with an Idempotency-Key. */
export const CommandRoute = (path: string, summary: string, options: CommandRouteOptions = {}) => {
  const { answer = commandAnswerSchema, status = 200, ifMatch = 'absent' } = options;
  return applyDecorators(
    Post(path),
    HttpCode(status),
    ApiOperation({ summary }),
    ApiResponse({ status, standardSchema: answer, description: 'Det som ble lagret.' }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: 'Samme nøkkel og samme forespørsel gir det første svaret.',
    }),
    ...(ifMatch === 'absent'
      ? []
      : [
          ApiHeader({
            name: 'If-Match',
            required: ifMatch === 'required',
            description: 'Revisjonen du har sett: "3".',
          }),
        ]),
  );
};
