/** The revisit's pages. */
export { revisitPages } from './revisit.pages';
