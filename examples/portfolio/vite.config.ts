import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The browser sees one server: no CORS. The host that it asked for is passed on, since links to documents begin with it.
const gateway = { target: process.env['GATEHOUSE_URL'] ?? 'http://127.0.0.1:4000', changeOrigin: false };
const proxy = { '/graphql': gateway, '/documents': gateway };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: {
    alias: {
      // As it is written, so that it need not be built first. An application of your own has it from `node_modules`.
      '@gatehouse/client': fileURLToPath(new URL('../../client/src/index.ts', import.meta.url)),
    },
  },
  server: { host: '127.0.0.1', proxy },
  preview: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy,
    // Whatever a provider's text holds, nothing is loaded from elsewhere.
    headers: { 'content-security-policy': "default-src 'self'" },
  },
});
