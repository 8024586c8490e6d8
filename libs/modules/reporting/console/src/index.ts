/** Pages of the reporting module. */
export { reportingPages } from './reporting.pages';
