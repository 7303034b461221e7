const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** A handler for rejected file operations: these error codes mean `undefined`, every other error goes on. */
export const absentOn = (...codes: readonly string[]) => {
  return (error: unknown): undefined => {
    if (!codes.includes(codeOf(error))) throw error
  }
}
