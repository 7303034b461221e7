import type { FunctionName } from './environment.ts'

/** NODE_OPTIONS of the functions for which Node's defaults are not the best. On a laptop all functions share one process, which has none. */
export const nodeOptions: Readonly<Partial<Record<FunctionName, string>>> = {
  // Nearly everything that a sync makes of a row dies with it. Half the room for young objects (MB) costs a first load of a million rows
  // a tenth more time, twice as much would save a little, but the memory that a sync of two million rows has.
  sync: '--max-semi-space-size=8',
}
