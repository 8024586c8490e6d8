/** The host, for tests that start it in their own process. */
export { CONSOLE_FOLDER, ManifestError, startSuite, type RunningSuite, type SuiteOptions } from './suite';
export { chooseCompany, DEFAULT_PACK } from './company';
export { readSettings, SettingsError, type GivenSettings } from './settings';
export { PLATFORM_ROOMS } from './rooms';
export { BUILT_PLUGINS, loadPlugins } from './plugins';
