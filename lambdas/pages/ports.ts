import type { ControlStore } from '#core/ports/control-store.ts'

/** What the pages need of the world. */
export type PagesPorts = {
  readonly control: Pick<ControlStore, 'get'>
  /** The bundle's files, by their path in it. */
  readonly files: ReadonlyMap<string, string>
  /** Where browsers put files, beside this server itself. */
  readonly uploadOrigins: readonly string[]
}
