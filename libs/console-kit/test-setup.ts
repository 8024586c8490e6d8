/** What jsdom lacks and antd 6 asks for; Node's own MessageChannel would keep Jest from ending (toolchain.md). */
import { configure } from '@testing-library/dom';
import { TextDecoder, TextEncoder } from 'node:util';

// Two cores share a database, a browser and the tests: what comes late is not missing.
configure({ asyncUtilTimeout: 15_000 });

class Channel {
  readonly port1: { onmessage: ((event: { readonly data: unknown }) => void) | null; close(): void } = {
    onmessage: null,
    close: () => undefined,
  };
  readonly port2 = {
    postMessage: (data: unknown): void => void setTimeout(() => this.port1.onmessage?.({ data }), 0),
    close: (): void => undefined,
  };
}

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** A live connection that never says anything unless a test does. */
class QuietEventSource extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  close(): void {}
}

/** As much of a request as the router looks at. */
class PlainRequest {
  readonly method: string;
  readonly signal: AbortSignal | null;
  readonly headers = new Map<string, string>();
  constructor(
    readonly url: string,
    init: RequestInit = {},
  ) {
    this.method = init.method ?? 'GET';
    this.signal = init.signal ?? null;
  }
}

const media = (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
});

Object.assign(globalThis, {
  MessageChannel: Channel,
  ResizeObserver: Observer,
  TextEncoder,
  TextDecoder,
  Request: PlainRequest,
});
if (typeof window !== 'undefined') {
  const plainStyle = window.getComputedStyle.bind(window);
  Object.assign(window, {
    matchMedia: media,
    EventSource: QuietEventSource,
    scrollTo: () => undefined,
    // jsdom cannot compute styles of pseudo elements and says so on the console.
    getComputedStyle: (element: Element) => plainStyle(element),
  });
  URL.createObjectURL = () => 'blob:page-test';
  URL.revokeObjectURL = () => undefined;
}
