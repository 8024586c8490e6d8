/** The state of the engines, for administrators. */
import { Controller, Get } from '@nestjs/common';
import { Permit } from '@bihuan/plugin-kit';
import { EngineState } from './engine-state';

export const LOOK = 'engine.look';

@Controller('engine')
export class EngineController {
  constructor(private readonly state: EngineState) {}

  @Get()
  @Permit(LOOK)
  look() {
    return this.state.look();
  }
}
