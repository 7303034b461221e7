import { useQuery } from '@tanstack/react-query'
import { parsePublicKey } from '#core/connect/public-key.ts'
import { KeyRow } from '../../ui/key-row.tsx'
import type { Connection } from '../api.ts'
import { fingerprintOf } from './fingerprint.ts'

type DraftProps = { readonly openssh: string; readonly onRemove: () => void }

/** A key that is not given to the server yet. */
export const DraftKey = ({ openssh, onRemove }: DraftProps) => {
  const fingerprint = useQuery({ queryKey: ['fingerprint', openssh], queryFn: () => fingerprintOf(openssh) })
  const key = parsePublicKey(openssh)
  if (key.kind === 'refused') return null
  const shown = { type: key.type, bits: key.bits, fingerprint: fingerprint.data ?? '', addedAt: null }
  return <KeyRow shown={shown} isNew onRemove={onRemove} />
}

type GivenProps = { readonly given: Connection['keys'][number]; readonly onRemove: (() => void) | undefined }

/** A key that can log in. */
export const GivenKey = ({ given, onRemove }: GivenProps) => (
  <KeyRow shown={{ ...given, addedAt: given.added_at }} onRemove={onRemove} />
)
