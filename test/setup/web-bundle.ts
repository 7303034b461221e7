import { execFileSync } from 'node:child_process'

/** The product serves the web pages, and tests may be run without `npm test` before them. */
export const setup = (): void => {
  execFileSync(process.execPath, ['scripts/build-web.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] })
}
