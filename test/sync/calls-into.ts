import { Session } from 'node:inspector/promises'

/** How many calls of functions of a package happen while `work` runs, by the package's name. */
export const callsInto = async (
  packages: readonly string[],
  work: () => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> => {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    await work()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    const callsOf = (name: string): number =>
      result
        .filter(({ url }) => url.includes(`/node_modules/${name}/`))
        .flatMap(({ functions }) => functions)
        .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0)
    return Object.fromEntries(packages.map((name) => [name, callsOf(name)]))
  } finally {
    session.disconnect()
  }
}
