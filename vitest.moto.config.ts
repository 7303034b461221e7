import { defineConfig } from 'vitest/config'

// The port contracts on the adapters of AWS, and the whole stack, against a `moto` server at MOTO_ENDPOINT: `.ci/run` starts one.
export default defineConfig({
  test: {
    include: ['test/moto/**/*.moto.test.ts'],
    globalSetup: ['test/setup/scratch.ts'],
    setupFiles: ['test/setup/no-noise.ts'],
    env: { CDK_VALIDATION: 'false', TZ: 'UTC' },
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
