/** Types of the generator for its test. */
import type { Tree } from '@nx/devkit';

interface PluginOptions {
  readonly name: string;
  readonly entity: string;
  readonly zh: string;
  readonly en?: string;
  readonly skipWorkspace?: boolean;
}

declare function plugin(tree: Tree, options: PluginOptions): Promise<() => void>;

export = plugin;
