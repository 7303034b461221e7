import { useFormatter, useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { KeyIcon } from './icons.tsx'

type ShownKey = {
  readonly type: string
  readonly bits: number
  readonly fingerprint: string
  /** ISO 8601; null where it is not known. */
  readonly addedAt: string | null
}
type Props = {
  readonly shown: ShownKey
  readonly isNew?: boolean
  /** undefined where the key must stay. */
  readonly onRemove: (() => void) | undefined
}

/** A public key by what tells it from others. */
export const KeyRow = ({ shown: { type, bits, fingerprint, addedAt }, isNew = false, onRemove }: Props) => {
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
