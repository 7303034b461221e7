type Place = {
  /** Origins of the pages that may embed this one; none means that every page may. */
  readonly allowed: readonly string[]
  /** The origin of the page around this one, where the browser tells it. */
  readonly parent: string | undefined
  /** The origin of this page, which may embed itself. */
  readonly own: string
}

/** The target origins of a message to the page around this one: never `*`, unless every page may embed and this one is unknown. */
export const parentTargets = ({ allowed, parent, own }: Place): readonly string[] => {
  if (parent === undefined) return allowed.length === 0 ? ['*'] : allowed
  return allowed.length === 0 || [own, ...allowed].includes(parent) ? [parent] : []
}
