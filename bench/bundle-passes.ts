import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const entry = fileURLToPath(new URL('passes/main.ts', import.meta.url))

/** Bundles the passes as a deployment bundles its functions, so that none pays for stripping types and finding modules. Answers the entry's path. */
export const bundlePasses = async (folder: string): Promise<string> => {
  await build({
    entryPoints: { main: entry },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    // A name that no bundled module declares.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
  return join(folder, 'main.mjs')
}
