const realNow = Date.now

/** Moves this process's clock: everything that asks the time sees it run `offset` milliseconds ahead. */
export const movableClock = () => {
  let offset = 0
  Date.now = () => realNow() + offset
  return {
    set: (ahead: number): void => {
      offset = ahead
    },
    now: (): number => realNow() + offset,
  }
}
