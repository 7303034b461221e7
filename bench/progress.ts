/** Tells whoever waits what is going on. */
export type Progress = (step: string) => void

export const progressOnStderr =
  (started = performance.now()): Progress =>
  (step) => {
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    process.stderr.write(`${seconds.padStart(5)} s  ${step}\n`)
  }
