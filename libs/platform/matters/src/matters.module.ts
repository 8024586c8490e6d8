/** Wires the plumbing of cases. */
import { Global, Module } from '@nestjs/common';
import { MatterLists } from './matter-list';
import { CaseNumbers, Places } from './matter-parts';
import { Matters } from './matters';
import { Papers } from './papers';

@Global()
@Module({
  providers: [Matters, MatterLists, Papers, CaseNumbers, Places],
  exports: [Matters, MatterLists, Papers, CaseNumbers, Places],
})
export class MattersModule {}
