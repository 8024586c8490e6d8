/** The hotline plugin. */
export { manifest } from './hotline.manifest';
export { HotlineModule } from './hotline.module';
