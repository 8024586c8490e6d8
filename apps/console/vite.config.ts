/** Bundles the console; the server serves `dist` at `/` (nothing is fetched from another origin). */
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: { conditions: ['@bihuan/source', ...defaultClientConditions] },
  server: { host: '127.0.0.1', proxy: { '/api': process.env['CONSOLE_API'] ?? 'http://127.0.0.1:3000' } },
  preview: { host: '127.0.0.1', proxy: { '/api': process.env['CONSOLE_API'] ?? 'http://127.0.0.1:3000' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-)/, priority: 2 },
            { name: 'vendor', test: /node_modules/, priority: 1 },
          ],
        },
      },
    },
  },
});
