/** The record of a paper by the number on it: what is scanned off any paper opens what it is about (NUM-2). */
import { Controller, Get } from '@nestjs/common';
import type { Subject, UserActor } from '@bihuan/plugin-kit';
import { Authenticated, invalidField } from '@bihuan/plugin-kit';
import { Actor, ListParams, SubjectAccess } from '@bihuan/http';
import type { ListQuery } from '@bihuan/http';
import { FiledStore } from './filed.store';

/** Papers of several records with one number are a mistake of a pack's pattern; so many are looked at. */
const LOOKED_AT = 10;

interface NumberedPaper {
  readonly number: string;
  readonly formCode: string;
  readonly subject: Subject;
}

@Controller('forms/papers')
export class PapersController {
  constructor(
    private readonly store: FiledStore,
    private readonly access: SubjectAccess,
  ) {}

  /** `filter[number]`, whole; only records that the reader may read. */
  @Get()
  @Authenticated()
  async find(@Actor() actor: UserActor, @ListParams() { filter }: ListQuery) {
    const number = filter['number']?.trim();
    if (!number)
      throw invalidField('/filter[number]', 'number-required', '请给出单据上的编号。 / Give the number on the paper.');
    const data: NumberedPaper[] = [];
    for (const { module, kind, id, formCode } of await this.store.numbered(number, LOOKED_AT)) {
      const subject = { module, kind, id };
      if (await this.access.mayRead(actor, subject)) data.push({ number, formCode, subject });
    }
    return { data, page: {} };
  }
}
