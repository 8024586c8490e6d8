/** Wires the live stream. */
import { Global, Module } from '@nestjs/common';
import { LiveHub } from './hub';
import { Live } from './live';
import { LiveController } from './live.controller';
import { LiveSources } from './sources';

@Global()
@Module({ controllers: [LiveController], providers: [Live, LiveSources, LiveHub], exports: [Live, LiveSources] })
export class LiveModule {}
