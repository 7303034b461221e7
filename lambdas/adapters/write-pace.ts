const firstLimit = 2
/**
 * 800 items under way at 30 ms each are more than what a function can render and send, and three times what a new table takes:
 * a table that bears less says so, and the limit falls.
 */
const highestLimit = 32
const firstPauseMs = 50
const longestPauseMs = 5_000

export type WritePace = ReturnType<typeof createWritePace>

/**
 * How many requests may be in flight and how long to hold new ones back: one more after each success, half as many and
 * a longer, jittered pause after each refusal.
 */
export const createWritePace = (random: () => number) => {
  let limit = firstLimit
  let refusals = 0
  return {
    limit: (): number => limit,
    accepted: (): void => {
      limit = Math.min(limit + 1, highestLimit)
      refusals = 0
    },
    /** Answers for how many milliseconds nothing new should be sent. */
    refused: (): number => {
      limit = Math.max(1, Math.floor(limit / 2))
      const ceiling = Math.min(firstPauseMs * 2 ** refusals, longestPauseMs)
      refusals += 1
      return random() * ceiling
    },
  }
}
