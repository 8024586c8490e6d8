/** Routes of the inbox and of what went out (api.md, NTF-1). */
import { Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { z } from 'zod';
import type { UserActor } from '@bihuan/plugin-kit';
import { Authenticated, invalidField, Permit } from '@bihuan/plugin-kit';
import { Actor, decodeCursor, ListParams, pageOf, Payload, SubjectAccess } from '@bihuan/http';
import type { ListQuery } from '@bihuan/http';
import { FailedMessages } from './failed-messages';
import type { InboxPosition } from './inbox';
import { Inbox, positionOf } from './inbox';
import type { Notice, Texts } from './notice';
import { SentNotices } from './sent-notices';

/** Sees what went out about the subjects he may read. */
export const SENT_PERMISSION = 'notices.sent.read';

/** Sees what was given up, of everybody, and sends it again. */
export const REPLAY_PERMISSION = 'notices.message.replay';

const empty = z.strictObject({});

@Controller('notices')
export class NoticesController {
  constructor(
    private readonly inbox: Inbox,
    private readonly sent: SentNotices,
    private readonly failed: FailedMessages,
    private readonly access: SubjectAccess,
  ) {}

  @Get()
  @Authenticated()
  async mine(
    @Actor() actor: UserActor,
    @ListParams() { after, size }: ListQuery,
    @Headers('accept-language') language: string | undefined,
  ) {
    const notices = await this.inbox.list(actor, size + 1, after === undefined ? undefined : position(after));
    return pageOf(notices, size, positionOf, (notice) => view(notice, language));
  }

  @Get('unread')
  @Authenticated()
  async unread(@Actor() actor: UserActor) {
    return { count: await this.inbox.unread(actor) };
  }

  @Get('sent')
  @Permit(SENT_PERMISSION)
  async about(
    @Actor() actor: UserActor,
    @ListParams() { filter }: ListQuery,
    @Headers('accept-language') language: string | undefined,
  ) {
    const sent = await this.sent.of(await this.access.readable(actor, filter['subject']));
    return { data: sent.map((one) => ({ ...one, text: one.text && inLanguage(one.text, language) })), page: {} };
  }

  @Get('failed')
  @Permit(REPLAY_PERMISSION)
  async givenUp() {
    return { data: await this.failed.list(), page: {} };
  }

  @Post('failed/:id/replay')
  @HttpCode(200)
  @Permit(REPLAY_PERMISSION)
  async replay(@Actor() actor: UserActor, @Param('id', ParseUUIDPipe) id: string, @Payload(empty) _body: object) {
    await this.failed.replay(actor, id);
    return { id, state: 'pending' };
  }

  @Post(':id/read')
  @HttpCode(200)
  @Authenticated()
  async read(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(empty) _body: object,
    @Headers('accept-language') language: string | undefined,
  ) {
    return view(await this.inbox.mark(actor, id, 'read'), language);
  }

  @Post(':id/acknowledge')
  @HttpCode(200)
  @Authenticated()
  async acknowledge(
    @Actor() actor: UserActor,
    @Param('id') id: string,
    @Payload(empty) _body: object,
    @Headers('accept-language') language: string | undefined,
  ) {
    return view(await this.inbox.mark(actor, id, 'acknowledged'), language);
  }
}

function position(cursor: string): InboxPosition {
  const [read, at, id] = decodeCursor(cursor, 3);
  const given = z.tuple([z.boolean(), z.iso.datetime(), z.uuid()]).safeParse([read, at, id]);
  if (!given.success) throw invalidField('/page[after]', 'bad-cursor', 'page[after]');
  return [given.data[0], new Date(given.data[1]), given.data[2]];
}

/** Chinese unless the reader asks for English first. */
const inLanguage = (texts: Texts, language = ''): string => (/^\s*en/i.test(language) ? texts.en : texts.zh);

const view = (notice: Notice, language?: string) => ({
  ...notice,
  title: inLanguage(notice.title, language),
  text: inLanguage(notice.text, language),
});
