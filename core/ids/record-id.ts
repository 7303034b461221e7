import type { ModelId } from '#core/model/models.ts'
import type { KeyedHash } from '#core/ports/system.ts'
import { base58 } from './base58.ts'

/** The stable id of a record: nobody without the deployment's secret can compute it from what the HR system calls the person. */
export const recordId = (hash: KeyedHash, integrationId: string, model: ModelId, identityKey: string): string =>
  base58(hash(`${integrationId}\u0000${model}\u0000${identityKey}`).subarray(0, 24))
