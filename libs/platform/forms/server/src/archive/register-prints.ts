/** Registers that a room prints by itself, for whoever it sends them to: all rows, whoever reads (RPT-7, FRM-3). */
import { Injectable } from '@nestjs/common';
import type { SystemActor, UserActor } from '@bihuan/plugin-kit';
import { commonErrors, Deployment } from '@bihuan/plugin-kit';
import type { PrintView } from './filing';
import { Filing } from './filing';
import { FormSources } from './form-sources';
import { copiesOf } from './paper-request';

export interface RegisterPrint {
  readonly module: string;
  readonly formCode: string;
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
}

/** In whose name a paper is made that nobody ordered. */
export interface PrintOffice {
  /** Who stands in the audit. */
  readonly actor: SystemActor;
  /** Name on the paper where one stands. */
  readonly name: string;
  /** Person it is made for; he may open the print. */
  readonly employeeId: string;
  /** Unit whose name stands over it. */
  readonly unitId: string;
}

@Injectable()
export class RegisterPrints {
  constructor(
    private readonly sources: FormSources,
    private readonly filing: Filing,
    private readonly deployment: Deployment,
  ) {}

  /** Does a deployed room print this register? */
  has(module: string, formCode: string): boolean {
    return this.sources.get(module, formCode)?.kind === 'register';
  }

  /** Renders, files, counts and audits. @throws not-found where no deployed room prints it */
  async print({ module, formCode, from, to }: RegisterPrint, office: PrintOffice): Promise<PrintView> {
    const source = this.sources.get(module, formCode);
    if (source?.kind !== 'register') throw commonErrors['not-found']();
    const { definition } = source;
    const copies = copiesOf(source, undefined);
    const request = { source, definition, subject: null, range: { from, to }, copies, blank: false };
    const [view] = await this.filing.printAll(this.reader(office), [request], false, { as: office.actor });
    return view as PrintView;
  }

  /** A print for somebody whom the caller knows to be entitled to it. @throws not-found also where a customer on it was erased */
  pdf(printId: string): Promise<Buffer> {
    return this.filing.pdf(this.reader({ name: '', employeeId: '', unitId: '' }), printId);
  }

  /** Who reads every row of the house. */
  private reader({ name, employeeId, unitId }: Omit<PrintOffice, 'actor'>): UserActor {
    const every = this.deployment.rooms.flatMap(({ permissions }) => permissions.map(({ id }) => [id, 'all'] as const));
    return {
      kind: 'user',
      userId: employeeId,
      employeeId,
      name,
      unitId,
      unitsBelow: [unitId],
      permissions: new Map(every),
    };
  }
}
