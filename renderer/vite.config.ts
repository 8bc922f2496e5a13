/** Builds the client into out/renderer. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, '../out/renderer'),
    emptyOutDir: true,
    // Older than what the oldest Electron in use carries (33: Chromium 130).
    target: 'chrome126',
    // The content security policy lets a page load images from data: addresses, and nothing else.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'kit', test: /node_modules/ }] } } },
  },
});
