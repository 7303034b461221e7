import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Addresses are relative: on AWS the stage's name stands before the path. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  build: {
    target: 'es2022',
    // Browsers of today know module preloads, and inlined assets would need another Content Security Policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // A test holds what the first load weighs.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: { input: fileURLToPath(new URL('flow.html', import.meta.url)) },
  },
})
