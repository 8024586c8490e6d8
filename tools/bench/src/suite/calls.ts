/** The requests of the create bench: a contact taken by each officer in turn, then the form that comes of it. */
import type { CallOptions } from '../load/connection';
import { drive } from '../load/drive';
import type { Officer } from './officers';

/** Connections that take the contacts; they are not counted. */
const CONNECTIONS = 8;

/** Takes a contact for each form by its officer, as he does before he makes one; not counted. */
export async function callsFor(url: string, officers: readonly Officer[], count: number): Promise<CallOptions[]> {
  const of = (index: number): Officer => officers[index % officers.length] as Officer;
  const requests: CallOptions[] = [];
  let asked = 0;
  await drive({
    url,
    connections: CONNECTIONS,
    expect: 201,
    next: () => {
      if (asked >= count) return undefined;
      const index = asked++;
      const { token } = of(index);
      return {
        method: 'POST',
        path: '/api/hotline/contacts',
        token,
        body: { channel: 'phone', ...caller(index), summary: '取款机暂停服务', category: 'consultation' },
        done: ({ body }) =>
          requests.push({
            method: 'POST',
            path: '/api/hotline/problem-forms',
            token,
            body: form(index, (JSON.parse(body.toString('utf8')) as { id: string }).id),
          }),
      };
    },
  });
  return requests;
}

const caller = (index: number) => ({
  callerName: `王先生${index}`,
  callerPhone: `138${String(index).padStart(8, '0')}`,
  site: `人民路${index % 900}号网点`,
});

const form = (index: number, contactId: string) => ({
  contactId,
  category: 'technical',
  kind: 'hardware',
  description: '用户反映今日上午取款机提示暂停服务,出钞口有异响,已按提示重启一次仍未恢复,希望当日内修复。',
  customerName: `王先生${index}`,
  mobile: `138${String(index).padStart(8, '0')}`,
  site: `人民路${index % 900}号网点`,
  address: '天河区人民路',
  dataConfirmed: true,
});
