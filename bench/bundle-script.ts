import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles a script as a deployment bundles its functions, so that no process pays for stripping types and finding modules. Answers its path. */
export const bundleScript = async (script: URL, folder: string): Promise<string> => {
  await build({
    entryPoints: { main: fileURLToPath(script) },
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
