/** The revisit plugin. */
export { manifest } from './revisit.manifest';
export { RevisitModule } from './revisit.module';
