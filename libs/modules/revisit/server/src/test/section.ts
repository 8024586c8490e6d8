/** The revisit sections of the packs of this version, checked as at start, with their calendars and limits. */
import type { Duration, WorkingCalendar } from '@bihuan/domain';
import { compileCalendar } from '@bihuan/domain';
import { PACKS } from '@bihuan/packs';
import type { RevisitPlan, RevisitSection } from '../revisit.settings';
import { revisitPackSection } from '../revisit.settings';

interface RawPack {
  readonly modules: { readonly revisit: unknown };
  readonly calendars: readonly { readonly code: string; readonly weekly: object }[];
  readonly deadlinePolicies: readonly { readonly code: string; readonly limit: Duration }[];
}

const packOf = (id: string) => PACKS.get(id) as RawPack;

export const sectionOf = (id: string): RevisitSection => revisitPackSection.parse(packOf(id).modules.revisit);

export function planOf(id: string, code: string): RevisitPlan {
  const plan = sectionOf(id).plans.find((one) => one.code === code);
  if (!plan) throw new Error(`${id} has no plan ${code}`);
  return plan;
}

export function limitOf(id: string, policy: string): Duration {
  const found = packOf(id).deadlinePolicies.find(({ code }) => code === policy);
  if (!found) throw new Error(`${id} has no policy ${policy}`);
  return found.limit;
}

/** Without the year's holidays: those are rows of the database. */
export function calendarOf(id: string, code: string): WorkingCalendar {
  const found = packOf(id).calendars.find((calendar) => calendar.code === code);
  if (!found) throw new Error(`${id} has no calendar ${code}`);
  return compileCalendar({ timezone: 'Asia/Shanghai', weekly: found.weekly });
}
