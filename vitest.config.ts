import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/setup/longest-first.ts'

// Hundreds of processes read the same modules.
process.env.NODE_COMPILE_CACHE ??= resolve('.cache/compile')

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Needs the `moto` server: `.ci/run` starts it and runs `vitest run --config vitest.moto.config.ts`.
    exclude: ['test/moto/**'],
    globalSetup: ['test/setup/scratch.ts', 'test/setup/web-bundle.ts'],
    setupFiles: ['test/setup/no-noise.ts'],
    env: { CDK_VALIDATION: 'false', TZ: 'UTC' },
    sequence: { sequencer: LongestFirst },
    // More than cores: end-to-end and browser tests mostly wait for processes of their own.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
