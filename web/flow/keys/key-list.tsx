import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { parsePublicKey } from '#core/connect/public-key.ts'
import { Button } from '../../ui/button.tsx'
import { KeyIcon } from '../../ui/icons.tsx'
import type { Connection } from '../api.ts'
import { fingerprintOf } from './fingerprint.ts'

type ShownKey = Pick<Connection['keys'][number], 'type' | 'bits' | 'fingerprint'> & {
  readonly addedAt: string | null
}
type KeyProps = {
  readonly shown: ShownKey
  readonly isNew?: boolean
  /** undefined where the key must stay. */
  readonly onRemove: (() => void) | undefined
}

const Key = ({ shown: { type, bits, fingerprint, addedAt }, isNew = false, onRemove }: KeyProps) => {
  const t = useTranslations('keys')
  const format = useFormatter()
  return (
    <li className="key">
      <KeyIcon />
      <div className="grow">
        <p>
          <code>{type}</code> {t('bits', { bits: String(bits) })}{' '}
          {isNew && <span className="badge strong">{t('new')}</span>}
        </p>
        <p className="muted">
          <code>{fingerprint}</code>
        </p>
        {addedAt !== null && (
          <p className="muted">{t('addedAt', { date: format.dateTime(new Date(addedAt), { dateStyle: 'medium' }) })}</p>
        )}
      </div>
      {onRemove && (
        <Button kind="quiet" size="small" onPress={onRemove} aria-label={t('removeThis', { fingerprint })}>
          {t('remove')}
        </Button>
      )}
    </li>
  )
}

type DraftProps = { readonly openssh: string; readonly onRemove: () => void }

/** A key that is not given to the server yet. */
export const DraftKey = ({ openssh, onRemove }: DraftProps) => {
  const fingerprint = useQuery({ queryKey: ['fingerprint', openssh], queryFn: () => fingerprintOf(openssh) })
  const key = parsePublicKey(openssh)
  if (key.kind === 'refused') return null
  const shown = { type: key.type, bits: key.bits, fingerprint: fingerprint.data ?? '', addedAt: null }
  return <Key shown={shown} isNew onRemove={onRemove} />
}

type GivenProps = { readonly given: Connection['keys'][number]; readonly onRemove: (() => void) | undefined }

/** A key that can log in. */
export const GivenKey = ({ given, onRemove }: GivenProps) => (
  <Key shown={{ ...given, addedAt: given.added_at }} onRemove={onRemove} />
)
