/** The font of the papers, for the peers: they get the same as we have. */
import { dirname, join } from 'node:path';

const HOME = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

export const FONT_FOLDERS = ['400Regular', '700Bold'].map((weight) => join(HOME, weight));

export const [REGULAR, BOLD] = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((file) =>
  join(HOME, file),
) as [string, string];
