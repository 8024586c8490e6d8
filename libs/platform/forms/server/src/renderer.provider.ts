/** The one renderer of the process: its browser starts with the first form and ends with the process. */
import type { OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { realNow } from '@bihuan/clock';
import { Deployment } from '@bihuan/plugin-kit';
import type { AnyFormDefinition } from './render/form-definition';
import { createRenderer } from './render/renderer';
import type { FormRenderer, RenderItem, RenderOptions, ReprintMark } from './render/renderer.types';

@Injectable()
export class Renderer implements OnApplicationShutdown {
  private readonly logger = new Logger('Forms');
  private readonly inner: FormRenderer;
  /** The last try that failed, in the browser's words; never about data. */
  lastFailure: { readonly at: Date; readonly reason: string } | undefined;

  constructor({ settings }: Deployment) {
    this.inner = createRenderer({
      ...(settings.chromiumPath ? { executablePath: settings.chromiumPath } : {}),
      log: (event, facts) => {
        this.logger.log(`${event} ${JSON.stringify(facts)}`);
        const { reason } = facts;
        if (typeof reason === 'string') this.lastFailure = { at: realNow(), reason: reason.slice(0, 200) };
      },
    });
  }

  render(definition: AnyFormDefinition, data: unknown, options?: RenderOptions) {
    return this.inner.render(definition, data, options);
  }

  renderBatch(items: readonly RenderItem[]) {
    return this.inner.renderBatch(items);
  }

  page(definition: AnyFormDefinition, data: unknown, options?: RenderOptions): Promise<string> {
    return this.inner.page(definition, data, options);
  }

  markReprint(pdf: Uint8Array, mark: ReprintMark): Promise<Uint8Array> {
    return this.inner.markReprint(pdf, mark);
  }

  health() {
    return this.inner.health();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.inner.close();
  }
}
