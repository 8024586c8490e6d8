/** Bundles the console; the server serves `dist` at `/` (nothing is fetched from another origin). */
import { join } from 'node:path';
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
      // The console, and the portal's pages: small, without a log-in and without the console's libraries.
      input: ['index.html', 'portal/evaluation.html', 'portal/revisit.html'].map((page) =>
        join(import.meta.dirname, page),
      ),
      output: {
        codeSplitting: {
          groups: [
            // Fetched by the first chart that is shown.
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 3 },
            { name: 'antd', test: /node_modules[\\/](antd|@ant-design|@rc-component|rc-)/, priority: 2 },
            { name: 'vendor', test: /node_modules/, priority: 1 },
          ],
        },
      },
    },
  },
});
