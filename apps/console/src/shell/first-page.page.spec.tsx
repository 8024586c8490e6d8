import { appealsPages } from '@bihuan/appeals-console';
import { appraisalPages } from '@bihuan/appraisal-console';
import { complaintsPages } from '@bihuan/complaints-console';
import { firstPage } from '@bihuan/console-kit';
import { dispatchPages } from '@bihuan/dispatch-console';
import { hotlinePages } from '@bihuan/hotline-console';
import { reportingPages } from '@bihuan/reporting-console';
import { revisitPages } from '@bihuan/revisit-console';
import { housePages } from '../pages/house-pages';

const all = [
  housePages,
  hotlinePages,
  dispatchPages,
  complaintsPages,
  appealsPages,
  revisitPages,
  appraisalPages,
  reportingPages,
];

/** Where somebody with these permissions lands. */
const lands = (permissions: readonly string[], rooms = all): string | undefined =>
  firstPage(
    rooms.flatMap(({ pages }) => pages),
    (permission) => permissions.includes(permission),
  )?.path;

it('IDN-2 opens for each reader the page of his own work: who takes calls the desk, who looks after the house its figures', () => {
  const figures = 'reporting.figure.read';
  expect(lands(['hotline.contact.take', figures, 'complaints.complaint.read', 'revisit.task.call'])).toBe(
    'hotline/desk',
  );
  // A manager decides complaints and reads everything; his page is the dashboard all the same.
  expect(lands([figures, 'reporting.report.send', 'complaints.complaint.decide', 'revisit.task.read'])).toBe(
    'dashboard',
  );
  // The head of a unit dispatches and handles now and then; its figures come first.
  expect(lands([figures, 'dispatch.work-order.assign', 'dispatch.work-order.handle'])).toBe('dashboard');
  expect(lands(['dispatch.work-order.assign'])).toBe('dispatch/board');
  expect(lands(['dispatch.work-order.handle', 'complaints.complaint.handle', 'appeals.appeal.handle'])).toBe(
    'dispatch/today',
  );
  expect(lands(['complaints.complaint.check', figures])).toBe('complaints');
  expect(lands(['appeals.appeal.receive', figures])).toBe('appeals');
  expect(lands(['appraisal.sheet.release', figures])).toBe('appraisal/sheets');
  expect(lands(['revisit.task.call'])).toBe('revisit');
});

it('PLG-1 falls back to the work list where the room of one’s own work is not deployed', () => {
  expect(lands([])).toBe('work');
  expect(lands(['hotline.contact.take', 'dispatch.work-order.handle'], [housePages])).toBe('work');
});
