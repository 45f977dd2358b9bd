import { defineConfig } from 'vitest/config';

/** For `npm run dev` (pages only, against a Kefu that runs on port 8080) and for the tests; `build.mjs` builds. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  server: {
    proxy: { '/api': 'http://localhost:8080', '/camunda': 'http://localhost:8080' }
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['test/setup.ts'],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}']
  }
});
