import { defineConfig } from 'vitest/config'

// The port contracts on the adapters of AWS, against a `moto` server at MOTO_ENDPOINT: `.ci/run` starts one.
export default defineConfig({
  test: {
    include: ['test/moto/**/*.moto.test.ts'],
    globalSetup: ['test/setup/scratch.ts'],
    setupFiles: ['test/setup/no-noise.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
