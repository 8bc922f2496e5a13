import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    projects: [
      { test: { name: 'node', include: ['test/**/*.test.ts'], environment: 'node', testTimeout: 30_000 } },
      { test: { name: 'dom', include: ['test/**/*.test.tsx'], environment: 'happy-dom', testTimeout: 30_000 } },
    ],
  },
});
