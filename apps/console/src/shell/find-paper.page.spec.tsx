/** A number scanned off a paper opens its record; a phone number or a name is never asked for in an address (NUM-2, P6). */
import { definePages, listOf, serveFixtures } from '@bihuan/console-kit';
import { findPaper } from './find-paper';

const words = { kinds: {}, states: {}, stages: {}, actions: {} };
const complaints = definePages({
  room: 'complaints',
  pages: [],
  subjects: { complaint: (id) => `/complaints/${id}` },
  words,
});
const paper = (module: string, kind: string) => ({
  number: 'HB20260918001',
  formCode: 'x',
  subject: { module, kind, id: '7' },
});

it('NUM-2 the number of a paper opens the record it is about, of rooms that are deployed', async () => {
  const server = serveFixtures({
    'GET /api/forms/papers': listOf([
      paper('complaints', 'complaint'),
      paper('elsewhere', 'thing'),
      paper('complaints', 'x'),
    ]),
  });
  expect(await findPaper('HB20260918001', [complaints])).toEqual(['/complaints/7']);
  expect(server.sent.map(({ query }) => query)).toEqual([{ 'filter[number]': 'HB20260918001' }]);
});

it.each(['13812345678', '82001234', '075582001234', '01065551234', '王建国', '城东供电营业厅', 'wang', 'SN 12345678'])(
  'NUM-2 %s is no number of a paper and is not asked for',
  async (text) => {
    const server = serveFixtures({});
    expect(await findPaper(text, [complaints])).toEqual([]);
    expect(server.sent).toEqual([]);
  },
);
