/** The environment, checked: names, defaults and meanings of api.md, Settings. */
import { z } from 'zod';
import type { Settings } from '@bihuan/plugin-kit';
import { BUILT_PLUGINS, NAMED_PLUGINS } from './plugins';

const text = z.string().trim().min(1);

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: text.default('127.0.0.1'),
  SUITE_MODULES: text.optional(),
  SUITE_PACK: text.optional(),
  SUITE_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  SUITE_CLOCK: z.enum(['system', 'manual']).default('system'),
  SUITE_CLOCK_START: z.iso.datetime({ offset: true }).optional(),
  SUITE_PRODUCTION: z.enum(['0', '1']).default('0'),
  DATABASE_URL: text.optional(),
  REDIS_URL: text.optional(),
  PUPPETEER_EXECUTABLE_PATH: text.optional(),
});

/** A start that cannot be: every reason in a sentence of its own. */
export class SettingsError extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.name = 'SettingsError';
  }
}

/** As given: pack and modules may be left to the company that the database holds. */
export interface GivenSettings extends Omit<Settings, 'pack' | 'modules'> {
  readonly pack?: string;
  readonly modules?: readonly string[];
}

/** Throws SettingsError with every mistake. Empty variables count as unset. */
export function readSettings(env: NodeJS.ProcessEnv): GivenSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const { data } = parsed;
  const production = data.SUITE_PRODUCTION === '1';
  const reasons: string[] = [];
  if (!data.DATABASE_URL) reasons.push('DATABASE_URL is missing: name the PostgreSQL to use, or start by "npm start".');
  if (production && data.SUITE_CLOCK === 'manual') {
    reasons.push('SUITE_PRODUCTION=1 runs on the system clock only: take SUITE_CLOCK=manual out.');
  }
  const modules = modulesOf(data.SUITE_MODULES, reasons);
  if (reasons.length > 0 || !data.DATABASE_URL) throw new SettingsError(reasons);
  return {
    port: data.PORT,
    host: data.HOST,
    ...(modules ? { modules } : {}),
    ...(data.SUITE_PACK ? { pack: data.SUITE_PACK } : {}),
    role: data.SUITE_ROLE,
    clock: data.SUITE_CLOCK,
    ...(data.SUITE_CLOCK_START ? { clockStart: new Date(data.SUITE_CLOCK_START) } : {}),
    production,
    databaseUrl: data.DATABASE_URL,
    ...(data.REDIS_URL ? { redisUrl: data.REDIS_URL } : {}),
    ...(data.PUPPETEER_EXECUTABLE_PATH ? { chromiumPath: data.PUPPETEER_EXECUTABLE_PATH } : {}),
  };
}

/** Unset means what the pack uses; a name the suite does not know stops the start. */
function modulesOf(list: string | undefined, reasons: string[]): string[] | undefined {
  if (list === undefined) return undefined;
  const names = [
    ...new Set(
      list
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
  for (const name of names) {
    if (!NAMED_PLUGINS.includes(name)) {
      reasons.push(`SUITE_MODULES: there is no module "${name}"; choose from ${NAMED_PLUGINS.join(', ')}.`);
    } else if (!BUILT_PLUGINS.includes(name)) {
      reasons.push(`SUITE_MODULES: "${name}" is not in this version yet; it has ${BUILT_PLUGINS.join(', ')}.`);
    }
  }
  return names.filter((name) => BUILT_PLUGINS.includes(name));
}
