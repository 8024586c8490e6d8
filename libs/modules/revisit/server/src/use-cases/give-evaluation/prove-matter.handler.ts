/** Who evaluates proves himself by a matter's number and the last four digits of his phone (RVT-8). */
import { Injectable } from '@nestjs/common';
import type { Transaction } from '@bihuan/database';
import type { KnownCase } from '@bihuan/matters';
import { CaseNumbers } from '@bihuan/matters';
import { commonErrors } from '@bihuan/plugin-kit';
import { DataKeys } from '@bihuan/privacy';
import { knownMatters } from '../../data/known-matter.store';
import { provesPhone } from '../../domain/evaluation.rules';

interface Proof {
  readonly number: string;
  readonly lastFour: string;
}

@Injectable()
export class ProveMatter {
  constructor(
    private readonly numbers: CaseNumbers,
    private readonly keys: DataKeys,
  ) {}

  /** Cases under way in the modules deployed here: a customer may evaluate before his matter is finished. */
  underWay({ number }: Proof): Promise<readonly KnownCase[]> {
    return this.numbers.find(number);
  }

  /**
   * The matter of that number whose phone ends so; several rooms may use one number. A finished one first: of it is known
   * who really repaired.
   *
   * @throws 404 for a number nobody has and for a phone that is not his: from outside they look the same
   */
  async proven(tx: Transaction, { number, lastFour }: Proof, underWay: readonly KnownCase[]): Promise<KnownCase> {
    const finished = await knownMatters.find(tx, 'r.number = $1 and r.concluded_at is not null', [number]);
    const matter = [...finished, ...underWay].find(({ phone }) => provesPhone(phone, lastFour));
    if (!matter || !(await this.keys.lives(tx, matter.keyId))) throw commonErrors['not-found']();
    return matter;
  }
}
