/** Service sheets (form 16, two copies) ordered from the real server: one by one, side by side, in batches. */
import type { CallOptions } from '../load/connection';
import { Connection } from '../load/connection';
import { drive, type Driven, each } from '../load/drive';
import type { Sheet } from '../papers/peer';
import { type Case, makeCase } from '../papers/words';
import { ask, type Officer } from './officers';

const FORM = 'service-sheet';

/** Between two looks at a job, milliseconds. */
const LOOK = 25;

export interface Order {
  readonly id: string;
  readonly number: string;
  readonly data: Case;
}

interface Job {
  readonly id: string;
  readonly state: string;
  readonly url: string | null;
  readonly parts: readonly string[];
}

export class Sheets {
  constructor(
    private readonly url: string,
    private readonly officer: Officer,
  ) {}

  /** Work orders whose sheets nobody has printed yet. */
  async open(count: number): Promise<Order[]> {
    const orders: Order[] = [];
    const requests = Array.from({ length: count }, (_none, index): CallOptions => {
      const data = makeCase(index);
      const { customerName, phone, address, matter } = data;
      return {
        method: 'POST',
        path: '/api/dispatch/work-orders',
        token: this.officer.token,
        body: {
          type: 'fault-repair',
          customerClass: 'ordinary',
          productLine: 'atm',
          site: `${index}号网点`,
          ...{ customerName, phone, address, description: matter },
        },
        done: ({ body }) => {
          const { id, number } = JSON.parse(body.toString('utf8')) as { id: string; number: string };
          orders.push({ id, number, data });
        },
      };
    });
    await drive({ url: this.url, connections: 4, expect: 201, next: each(requests) });
    return orders;
  }

  /** Prints each by itself: rendered, stamped, encrypted, filed, counted, audited before the answer. */
  single(orders: readonly Order[], connections: number): Promise<Driven & { readonly prints: readonly string[] }> {
    const prints: string[] = [];
    const requests = orders.map(({ id }): CallOptions => ({
      method: 'POST',
      path: `/api/dispatch/work-orders/${id}/forms/${FORM}/prints`,
      token: this.officer.token,
      body: {},
      done: ({ body }) => prints.push((JSON.parse(body.toString('utf8')) as { url: string }).url),
    }));
    return drive({ url: this.url, connections, expect: 201, next: each(requests) }).then((driven) => ({
      ...driven,
      prints,
    }));
  }

  /** Orders a batch and waits until every form of it is filed. */
  async batch(orders: readonly Order[]): Promise<Job> {
    const { token } = this.officer;
    const items = orders.map(({ id }) => ({ subject: `dispatch:work-order:${id}`, formCode: FORM }));
    let job = await ask<Job>(this.url, token, '/api/forms/print-jobs', { items });
    const line = await Connection.open(this.url);
    try {
      while (job.state !== 'done') {
        if (job.state === 'failed') throw new Error(`The print job failed: ${JSON.stringify(job)}`);
        await new Promise((done) => setTimeout(done, LOOK));
        const { body } = await line.call({ method: 'GET', path: `/api/forms/print-jobs/${job.id}`, token });
        job = JSON.parse(body.toString('utf8')) as Job;
      }
    } finally {
      line.close();
    }
    if (job.parts.length !== items.length) throw new Error(`Only ${job.parts.length} forms were filed.`);
    return job;
  }

  async get(path: string): Promise<Buffer> {
    const line = await Connection.open(this.url);
    try {
      const { status, body } = await line.call({ method: 'GET', path, token: this.officer.token });
      if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${body.toString('utf8')}`);
      return body;
    } finally {
      line.close();
    }
  }

  /** The same sheets for the peers. */
  async forPeers(orders: readonly Order[]): Promise<Sheet[]> {
    const sheets: Sheet[] = [];
    for (const { id, number, data } of orders) {
      const html = await this.get(`/api/dispatch/work-orders/${id}/forms/${FORM}.html`);
      sheets.push({ html: html.toString('utf8'), data: { ...data, number } });
    }
    return sheets;
  }
}
