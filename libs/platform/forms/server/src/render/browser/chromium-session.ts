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

  /** Prints on a free page, a new one where all are at work: the pool limits how many there are. */
  async print(html: string): Promise<Uint8Array> {
    this.busy++;
    try {
      const page = this.free.pop() ?? (await WarmPage.open(this.chromium.browser));
      try {
        return await page.print(html);
      } finally {
        await this.giveBack(page);
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

  private async giveBack(page: WarmPage): Promise<void> {
    if (!this.chromium.alive) return;
    if (page.clean && page.printed < this.contextLife) this.free.push(page);
    else await page.close().catch(() => this.chromium.kill());
  }
}
