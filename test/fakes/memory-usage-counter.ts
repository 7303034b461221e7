import type { UsageCounter } from '#core/ports/usage-counter.ts'

/** Counts uses in memory. */
export const memoryUsageCounter = (): UsageCounter => {
  const uses = new Map<string, { readonly window: number; readonly count: number }>()
  return {
    count: async (name, window) => {
      const before = uses.get(name)
      const isSame = before !== undefined && before.window >= window
      const next = isSame ? { ...before, count: before.count + 1 } : { window, count: 1 }
      uses.set(name, next)
      return next.count
    },
    lastWindow: async (name) => uses.get(name)?.window,
  }
}
