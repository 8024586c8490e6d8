/** The hotline's pages. */
export { hotlinePages } from './hotline.pages';
