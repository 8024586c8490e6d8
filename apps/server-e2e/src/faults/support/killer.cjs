/**
 * Preloaded into a process whose handlers kill it: FAULTS_DEADLY names a file with a line for each, `hotline.chase <id>`:
 * step handler or subscriber, and the subject at which it kills. The suite's code knows nothing of it.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');

const deadly = new Set(readFileSync(process.env.FAULTS_DEADLY, 'utf8').split('\n').filter(Boolean));

/** A step has its subject, an event too, and many events come as a list. */
const subjectsOf = (given) => [given].flat().map((one) => one?.subject?.id);

function armed(name, item) {
  for (const work of ['fire', 'handle', 'handleAll']) {
    if (typeof item?.[work] !== 'function') continue;
    const done = item[work].bind(item);
    item[work] = async (tx, given) => {
      if (subjectsOf(given).some((id) => deadly.has(`${name} ${id}`))) process.kill(process.pid, 'SIGKILL');
      return done(tx, given);
    };
  }
  return item;
}

const load = Module._load;
let patched = false;
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (!patched && request === '@bihuan/plugin-kit' && loaded.Registry) {
    patched = true;
    const add = loaded.Registry.prototype.add;
    loaded.Registry.prototype.add = function (name, item) {
      return add.call(this, name, armed(name, item));
    };
  }
  return loaded;
};
