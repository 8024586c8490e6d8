/** One browser with its warm pages: hands them out, gives them a fresh context after many forms, ends with its last. */
import type { ChromiumProcess } from './chromium-process';
import { WarmPage } from './warm-page';

export class ChromiumSession {
  private readonly free: WarmPage[] = [];
  private busy = 0;
  private retired = false;

  constructor(
    readonly chromium: ChromiumProcess,
    private readonly contextLife: number,
  ) {}

  get usable(): boolean {
    return !this.retired && this.chromium.alive && this.chromium.browser.connected;
  }

  /**
   * Prints on a free page, a new one where all are at work: the pool limits how many there are.
   *
   * @param fresh on a page and context that nothing was printed on before, and nothing is afterwards
   */
  async print(html: string, fresh = false): Promise<Uint8Array> {
    this.busy++;
    try {
      const warm = fresh ? undefined : this.free.pop();
      const page = warm ?? (await WarmPage.open(this.chromium.browser));
      try {
        return await page.print(html);
      } finally {
        await this.giveBack(page, fresh);
      }
    } finally {
      this.busy--;
      if (this.retired && this.busy === 0) void this.chromium.close();
    }
  }

  /** No new work; the browser ends when the last page is done. */
  retire(): void {
    this.retired = true;
    if (this.busy === 0) void this.chromium.close();
  }

  private async giveBack(page: WarmPage, fresh: boolean): Promise<void> {
    if (!this.chromium.alive) return;
    if (!fresh && page.clean && page.printed < this.contextLife) this.free.push(page);
    else await page.close().catch(() => this.chromium.kill());
  }
}
