/** `@Payload(schema)`: the body, checked; a missing body is `{}` (api.md Conventions). */
import type { PipeTransform } from '@nestjs/common';
import { Body } from '@nestjs/common';
import type { z } from 'zod';
import { parseInput } from './input';

class SchemaPipe implements PipeTransform {
  constructor(private readonly schema: z.ZodType) {}

  transform(value: unknown): unknown {
    return parseInput(this.schema, value === undefined ? {} : value);
  }
}

/**
 * The request body after the schema; use `z.strictObject` in schemas, so that unknown fields are refused (422).
 * The schema is also what OpenAPI shows.
 */
export const Payload = (schema: z.ZodType): ParameterDecorator => Body({ schema, pipes: [new SchemaPipe(schema)] });
