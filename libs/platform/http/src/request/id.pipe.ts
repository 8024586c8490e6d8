/** Ids in an address are UUIDs; anything else cannot be there, so it answers 404 like an id nobody has (IDN-2). */
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { commonErrors } from '@bihuan/plugin-kit';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Global: looks at parameters named `id` or ending in `Id`. */
@Injectable()
export class IdPipe implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    if (type !== 'param' || typeof value !== 'string') return value;
    if (data !== undefined && /^id$|Id$/.test(data)) {
      if (!UUID.test(value)) throw commonErrors['not-found']();
      return value.toLowerCase();
    }
    if (value.includes('\0')) throw commonErrors['not-found']();
    return value;
  }
}
