/** Deadlines of a subject, the board, and steps that were given up (api.md Everywhere, DLN-6). */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, parseSubject, Permit } from '@bihuan/plugin-kit';
import type { ListQuery } from '@bihuan/http';
import { Actor, ListParams, Payload, SubjectAccess } from '@bihuan/http';
import { Deadlines } from '../deadlines';
import { ParkedSteps } from '../fire/parked';
import { BoardQuery, READ } from './board.query';

export const REPLAY = 'alarms.step.replay';

const nothing = z.strictObject({});

/** As many as a list shows at once. */
export const MOST_SUBJECTS = 200;

const ofSubjects = z.strictObject({
  subjects: z
    .array(
      z.string().transform((text, check) => {
        const subject = parseSubject(text);
        if (subject) return subject;
        check.addIssue({ code: 'custom', params: { code: 'bad-subject' }, message: 'module:kind:id' });
        return z.NEVER;
      }),
    )
    .max(MOST_SUBJECTS, {
      message: `一次最多 ${MOST_SUBJECTS} 项，请分次读取。 / At most ${MOST_SUBJECTS} at once: ask several times.`,
    })
    .meta({ description: 'module:kind:id' }),
});

@Controller('deadlines')
export class DeadlinesController {
  constructor(
    private readonly access: SubjectAccess,
    private readonly deadlines: Deadlines,
    private readonly board: BoardQuery,
    private readonly parked: ParkedSteps,
  ) {}

  /** The clocks of one subject; `filter[history]=all` shows earlier generations too. Its people see all of them (IDN-2). */
  @Get()
  @Authenticated()
  async ofSubject(@Actor() actor: UserActor, @ListParams() { filter }: ListQuery) {
    const subject = await this.access.readable(actor, filter['subject']);
    return { data: await this.deadlines.of(subject, { history: filter['history'] === 'all' }), page: {} };
  }

  /**
   * The open clocks of the matters of a list, those among them that the reader may see (IDN-2): one request for all its
   * lines. It writes nothing; the subjects stand in the body because two hundred do not fit into an address.
   */
  @Post('open')
  @HttpCode(200)
  @Authenticated()
  async ofSubjects(@Actor() actor: UserActor, @Payload(ofSubjects) { subjects }: z.output<typeof ofSubjects>) {
    return { data: await this.deadlines.openOf(await this.access.readableOf(actor, subjects)), page: {} };
  }

  @Get('board')
  @Permit(READ)
  page(@Actor() actor: UserActor, @ListParams() list: ListQuery) {
    return this.board.page(actor, list);
  }

  @Get('board/counts')
  @Permit(READ)
  async counts(@Actor() actor: UserActor, @ListParams() list: ListQuery) {
    return { data: await this.board.counts(actor, list), page: {} };
  }

  @Get('parked-steps')
  @Permit(REPLAY)
  async parkedSteps() {
    return { data: await this.parked.list(), page: {} };
  }

  @Post('parked-steps/:step/replay')
  @HttpCode(200)
  @Permit(REPLAY)
  async replay(
    @Actor() actor: UserActor,
    @Param('step') step: string,
    @Payload(nothing) _body: z.infer<typeof nothing>,
  ) {
    await this.parked.replay(actor, step);
    return { id: step, state: 'armed' };
  }
}
