/** Pages of the dispatch module. */
export { dispatchPages } from './dispatch.pages';
