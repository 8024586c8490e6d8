/** What a printer is given: a filed print as its person sees it, or the test page (FRM-3, FRM-6). */
import { Injectable } from '@nestjs/common';
import { Filing } from '../archive/filing';
import { Renderer } from '../renderer.provider';
import type { Claimed } from './sending.store';
import { testPage } from './test-page';

@Injectable()
export class Paper {
  constructor(
    private readonly filing: Filing,
    private readonly renderer: Renderer,
  ) {}

  /** @throws not-found where a customer on it was erased since */
  async pdf({ id, printId, printerName, orderedAt }: Claimed): Promise<Uint8Array> {
    if (printId !== null) return this.filing.open(printId);
    const { pdf } = await this.renderer.render(testPage, { printer: printerName, at: orderedAt.toISOString(), id });
    return pdf;
  }
}
