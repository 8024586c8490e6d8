/** The appeals module: manifest and Nest module, nothing more. */
export { manifest } from './appeals.manifest';
export { AppealsModule } from './appeals.module';
