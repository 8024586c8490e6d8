import { officer, PageFrame, serveFixtures, setSuiteTime } from '@bihuan/console-kit';
import { appealView } from '@bihuan/appeals-contract';
import { render, screen } from '@testing-library/react';
import { appealsPages } from '../appeals.pages';
import { appeal, handler, ID, quietHouse } from '../test/fixtures';
import { AppealPage } from './appeal.page';

it('APL-3 puts what was found, planned and answered before what goes with it, and the case before the principles', async () => {
  setSuiteTime('2026-10-20T16:00:00+08:00', true);
  const signed = (text: string) => ({ text, by: handler, at: '2026-10-20T15:00:00+08:00' });
  const round = {
    round: 1,
    accepted: null,
    facts: null,
    plan: { ...signed('退还两个月费用'), explanation: '系统升级所致' },
    answer: { ...signed('已向客户说明'), way: '电话', improvement: '增加告警', firmAtFault: null },
    report: null,
    review: null,
  };
  const view = appeal({ rounds: [round] });
  serveFixtures({ ...quietHouse, [`GET /api/appeals/appeals/${ID.appeal}`]: { body: view, schema: appealView } });
  render(
    <PageFrame me={officer([])} rooms={[appealsPages]} at={`/appeals/${ID.appeal}`} route="/appeals/:id">
      <AppealPage />
    </PageFrame>,
  );
  await screen.findByText('退还两个月费用');
  const page = document.querySelector('.bh-page')?.textContent ?? '';
  const order = ['退还两个月费用', '系统升级所致', '已向客户说明', '电话', '增加告警'];
  const places = order.map((words) => page.indexOf(words, page.indexOf('处理方案')));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(page.indexOf(view.matter)).toBeLessThan(page.indexOf('处理原则'));
  // The five clocks stand in their own table, and nowhere again; no label is said twice.
  expect(screen.queryByRole('heading', { name: '时限' })).toBeNull();
  expect(screen.getByText('是否立案', { selector: 'dt' }).nextElementSibling?.textContent).toBe('立案');
});
