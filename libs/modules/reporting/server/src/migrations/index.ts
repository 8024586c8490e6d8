/** Migrations of the reporting module, oldest first. */
import type { Migration } from '@bihuan/plugin-kit';
import { reportingFacts } from './1760000036000-reporting-facts';
import { reportingFlowChecks } from './1760000036002-reporting-flow-checks';
import { reportingReports } from './1760000036001-reporting-reports';

export const reportingMigrations: readonly Migration[] = [reportingFacts, reportingReports, reportingFlowChecks];
