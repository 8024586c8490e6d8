/** Wires the plumbing of cases. */
import { Global, Module } from '@nestjs/common';
import { MatterLists } from './matter-list';
import { Places } from './matter-parts';
import { Matters } from './matters';
import { Papers } from './papers';

@Global()
@Module({ providers: [Matters, MatterLists, Papers, Places], exports: [Matters, MatterLists, Papers, Places] })
export class MattersModule {}
