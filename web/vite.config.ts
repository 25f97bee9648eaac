import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const server = process.env['BOLIGFLYT_URL'] ?? 'http://127.0.0.1:3000';

// A test runner that builds says NODE_ENV=test, and React would then be built with all its warnings.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@contract': fileURLToPath(new URL('../src/contract', import.meta.url)) } },
  build: { target: 'es2023', chunkSizeWarningLimit: 700 },
  server: { proxy: { '/api': server, '/auth': server, '/oidc': server } },
});
