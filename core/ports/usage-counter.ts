/** Counts uses in windows of time, for all instances of a function together. A window is a whole number; later ones are larger. */
export type UsageCounter = {
  /** Counts one use; answers how many there have been in `window`, or in a later one that another instance has begun. */
  count(name: string, window: number): Promise<number>
  /** The window of the last use; `undefined` before the first. */
  lastWindow(name: string): Promise<number | undefined>
}
