import type { Integration } from '#core/control/integration.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import { datasets } from '#core/files/datasets.ts'
import { claimOf, type FileClaim, namesPart } from '#core/files/file-name.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

/** What a file is by its name, and by the joins of the mappings in use. */
export type Claim = FileClaim | { readonly kind: 'part' }

const isJoined = async (
  control: Pick<ControlStore, 'get'>,
  integration: Integration,
  name: string,
): Promise<boolean> => {
  for (const dataset of datasets) {
    const { approved } = mappingNumbers(integration, dataset)
    const version = approved > 0 && (await readMappingVersion(control, integration.id, dataset, approved))
    if (version && version.mapping.joins?.some(({ files }) => namesPart(files, name))) return true
  }
  return false
}

/** Judges a name inside the customer's folder. Mappings are looked at only if it says nothing by itself. */
export const claimOfFile = async (
  control: Pick<ControlStore, 'get'>,
  integration: Integration,
  name: string,
): Promise<Claim> => {
  const claim = claimOf(name)
  return claim.kind === 'unclaimed' && (await isJoined(control, integration, name)) ? { kind: 'part' } : claim
}
