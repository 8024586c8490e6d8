/** Pages of the appeals module. */
export { appealsPages } from './appeals.pages';
