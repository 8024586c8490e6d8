/** `GET /api/dispatch/board`: the dispatcher's board (DSP-2). */
import { Controller, Get } from '@nestjs/common';
import type { DispatchBoard } from '@bihuan/dispatch-contract';
import { DISPATCH_PERMISSIONS as MAY } from '@bihuan/dispatch-contract';
import type { UserActor } from '@bihuan/plugin-kit';
import { Permit } from '@bihuan/plugin-kit';
import { Actor } from '@bihuan/http';
import { DispatchBoards } from '../../queries/dispatch-board.query';

@Controller('dispatch/board')
export class ShowBoardController {
  constructor(private readonly boards: DispatchBoards) {}

  @Get()
  @Permit(MAY.assign)
  board(@Actor() actor: UserActor): Promise<DispatchBoard> {
    return this.boards.board(actor);
  }
}
