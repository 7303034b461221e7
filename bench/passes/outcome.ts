/** What a pass came to; what it cost is measured around it. */
export type Outcome = {
  readonly rows: number
  /** A checksum of everything the pass gives out; null unless asked for, since it costs time. */
  readonly digest: string | null
  /** How many records a sync would write. */
  readonly written?: number
  /** Into how many pieces the file was cut. */
  readonly pieces?: number
  /** Codes of what is wrong with the file, where that is asked for. */
  readonly issues?: readonly string[]
  /** Where the manifest was stored, when that was asked for. */
  readonly manifest?: StoredManifest
}

export type StoredManifest = {
  readonly key: string
  readonly versionId: string
  readonly size: number
  /** CPU seconds that encoding and storing took. */
  readonly cpuSeconds: number
}

export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
