/** Pages of the appraisal module. */
export { appraisalPages } from './appraisal.pages';
