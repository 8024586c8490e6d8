/** Pages of the complaints module. */
export { complaintsPages } from './complaints.pages';
