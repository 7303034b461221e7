import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Needs the `moto` server: `.ci/run` starts it and runs `vitest run --config vitest.moto.config.ts`.
    exclude: ['test/moto/**'],
    setupFiles: ['test/setup/no-noise.ts'],
    env: { CDK_VALIDATION: 'false', TZ: 'UTC' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
