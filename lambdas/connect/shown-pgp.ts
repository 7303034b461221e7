import { fileNames } from '#core/connect/data-points.ts'
import { type Integration, pgpOf } from '#core/control/integration.ts'
import type { ConnectPorts } from './ports.ts'

/** The key that files are to be encrypted for, where the vendor wants that, and the names that files then have. */
export const shownPgp = async ({ pgpKeys }: Pick<ConnectPorts, 'pgpKeys'>, integration: Integration | undefined) => {
  const wanted = pgpOf(integration ?? {})
  const [newest] = wanted === 'off' ? [] : await pgpKeys.load()
  if (!newest) return { pgp: null, file_names: fileNames }
  const { publicKey: public_key, fingerprint } = newest
  return {
    pgp: { required: wanted === 'required', public_key, fingerprint },
    file_names: fileNames.map((name) => `${name}.pgp`),
  }
}
