/**
 * Watches work that is done for us and may stop without a word: whoever waits for it through `within` gets an error once nothing came of it for
 * `limitMs`, unless it waits for something outside itself, which it gets through `outside`.
 */
export const stallWatch = (limitMs: number) => {
  let waiting = false
  let away = 0
  let timer: NodeJS.Timeout | undefined
  const { promise: stalled, reject } = Promise.withResolvers<never>()
  stalled.catch(() => undefined)
  const restart = (): void => {
    clearTimeout(timer)
    if (waiting && away === 0) timer = setTimeout(() => reject(new Error('Nothing comes any more.')), limitMs)
  }
  return {
    outside: async <Result>(work: Promise<Result>): Promise<Result> => {
      away += 1
      restart()
      try {
        return await work
      } finally {
        away -= 1
        restart()
      }
    },
    within: async <Result>(work: Promise<Result>): Promise<Result> => {
      waiting = true
      restart()
      try {
        return await Promise.race([work, stalled])
      } finally {
        waiting = false
        restart()
      }
    },
  }
}
