/** Wires the engine room: signs of the processes, the event loop's watch, the one route. */
import { Module } from '@nestjs/common';
import { EngineController } from './engine.controller';
import { EngineState } from './engine-state';
import { EventLoop } from './event-loop';
import { ProcessSigns } from './process-signs';

@Module({ controllers: [EngineController], providers: [EventLoop, ProcessSigns, EngineState] })
export class EngineModule {}
