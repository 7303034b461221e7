import type { FunctionName } from './environment.ts'

/** NODE_OPTIONS of the functions for which Node's defaults are not the best. On a laptop all functions share one process, which has none. */
export const nodeOptions: Readonly<Partial<Record<FunctionName, string>>> = {
  // Nearly everything that a sync makes of a row dies with it: more room for young objects (MB) costs memory and saves no time.
  sync: '--max-semi-space-size=4',
}
