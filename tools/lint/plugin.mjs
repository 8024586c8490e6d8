/** The house's own rules as an ESLint plugin; each has a fixture that breaks it in fixtures/. */
import fileCycle from './rules/file-cycle.mjs';
import fileKind from './rules/file-kind.mjs';
import folderFence from './rules/folder-fence.mjs';
import guardedRoute from './rules/guarded-route.mjs';
import memoryTimer from './rules/memory-timer.mjs';
import npmFence from './rules/npm-fence.mjs';
import sqlClock from './rules/sql-clock.mjs';
import wallClock from './rules/wall-clock.mjs';

export default {
  meta: { name: 'house' },
  rules: {
    'file-cycle': fileCycle,
    'file-kind': fileKind,
    'folder-fence': folderFence,
    'guarded-route': guardedRoute,
    'memory-timer': memoryTimer,
    'npm-fence': npmFence,
    'sql-clock': sqlClock,
    'wall-clock': wallClock,
  },
};
