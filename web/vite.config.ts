import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const languages = ['de', 'en', 'es', 'fr', 'it']
const libraryTexts = /\/react-aria[^/]*\/.*\/intl\/.*\/([a-z]{2})-[A-Z]{2}\.m?js$/

/** The component library has words of its own, in thirty languages more than we speak. */
const ourLanguagesOnly: Plugin = {
  name: 'our-languages-only',
  enforce: 'pre',
  load: (id) => {
    const language = libraryTexts.exec(id)?.[1]
    return language === undefined || languages.includes(language) ? null : 'export default {}'
  },
}

/** Addresses are relative: on AWS the stage's name stands before the path. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [ourLanguagesOnly],
  build: {
    target: 'es2022',
    // Browsers of today know module preloads, and inlined assets would need another Content Security Policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // A test holds what the first load weighs.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: ['flow.html', 'dashboard.html'].map((name) => fileURLToPath(new URL(name, import.meta.url))),
    },
  },
})
