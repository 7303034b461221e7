import type { ControlStore } from '#core/ports/control-store.ts'
import type { IssuerEndpoints } from '#core/ports/identity.ts'

/** What the pages need of the world. */
export type PagesPorts = {
  readonly control: Pick<ControlStore, 'get'>
  /** The bundle's files, by their path in it. */
  readonly files: ReadonlyMap<string, string>
  /** Where browsers put files, beside this server itself. */
  readonly uploadOrigins: readonly string[]
  /** Where the dashboard is, without a slash at the end. */
  readonly dashboardUrl: string
  /** Absent where nobody signs in; `endpoints` throws when the issuer cannot be asked. */
  readonly signIn?: { readonly clientId: string; readonly endpoints: () => Promise<IssuerEndpoints> }
}
