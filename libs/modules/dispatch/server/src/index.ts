/** The dispatch module: manifest and Nest module, nothing more. */
export { manifest } from './dispatch.manifest';
export { DispatchModule } from './dispatch.module';
