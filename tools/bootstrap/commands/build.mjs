/** `npm run build`: packages and a build of everything, changed or not. */
import { build } from '../compile.mjs';
import { ensurePackages } from '../packages.mjs';
import { requireDataFolder } from '../settings.mjs';
import { supervise } from '../processes.mjs';

await supervise(async () => {
  requireDataFolder();
  await ensurePackages();
  await build({ force: true });
});
