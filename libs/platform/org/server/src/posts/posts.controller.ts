/** Head-counts of the house, and which posts are vacant (ORG-2). */
import { Controller, Get } from '@nestjs/common';
import type { ListQuery } from '@bihuan/http';
import { ListParams } from '@bihuan/http';
import { Authenticated } from '@bihuan/plugin-kit';
import { Posts } from './posts';

@Controller('posts')
export class PostsController {
  constructor(private readonly posts: Posts) {}

  /** Filters: `unit` (id or code), `position` (code), `vacant` (`true`: only those under their minimum). */
  @Authenticated()
  @Get()
  async list(@ListParams() { filter }: ListQuery) {
    const { unit, position, vacant } = filter;
    return { data: await this.posts.list({ unit, position, vacant: vacant === 'true' }), page: {} };
  }
}
