/** Forms: definitions, rendering to PDF, filing (FRM-1 to FRM-3). */
export * from './render/form-definition';
export * from './render/renderer.types';
export * from './render/render.errors';
export * from './shared';
export { createRenderer } from './render/renderer';
// The same browser, fonts and folder for other tools: the console's tests, the benchmarks.
export { findChromium, type ChromiumBinary } from './render/browser/chromium-binary';
export { writeFontConfig } from './render/browser/font-config';
export { cacheFolder } from './render/browser/user-folder';
export * from './archive/form-sources';
export { RegisterPrints, type PrintOffice, type RegisterPrint } from './archive/register-prints';
export type { PrintView } from './archive/filing';
export { Renderer } from './renderer.provider';
export { FormsModule } from './forms.module';
export { formsRoom } from './forms.manifest';
