import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { KeyEntry } from '../../../ui/key-entry.tsx'
import { KeyRow } from '../../../ui/key-row.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { AnswerOf } from '../../call.ts'
import { Confirm } from '../../confirm.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { Moment } from '../../moment.tsx'
import { useConnection, useKeyChanges } from './use-connection.ts'

type Connection = AnswerOf<'GET /manage/connections/{integration_id}'>
type Key = Connection['keys'][number]

const Place = ({ connection }: { readonly connection: Connection }) => {
  const t = useTranslations('dashboard.integration.settings.keys')
  const { host, port, username, folder, addresses, host_keys } = connection
  return (
    <Facts
      facts={[
        { id: 'host', name: t('host'), value: host },
        { id: 'port', name: t('port'), value: String(port) },
        { id: 'user', name: t('user'), value: username },
        { id: 'folder', name: t('folder'), value: folder },
        ...addresses.map((address) => ({ id: address, name: t('address'), value: address })),
        ...host_keys.map(({ type, sha256 }) => ({ id: sha256, name: t('hostKey', { type }), value: sha256 })),
      ]}
    />
  )
}

const Attempts = ({ attempts, last_login_at }: Pick<Connection, 'attempts' | 'last_login_at'>) => {
  const t = useTranslations('dashboard.integration.settings.keys')
  const reasons = useTranslations('live.reasons')
  return (
    <>
      <h3>{t('attempts')}</h3>
      <p>{last_login_at === null ? t('never') : [t('lastLogin'), ' ', <Moment key="at" at={last_login_at} />]}</p>
      <ul className="plain-list">
        {attempts.map(({ at, outcome, reason }) => (
          <li key={`${at} ${outcome}`}>
            <Moment at={at} /> {t(`outcomes.${outcome}`)} {reason && <span className="muted">{reasons(reason)}</span>}
          </li>
        ))}
      </ul>
    </>
  )
}

type GivenProps = { readonly keys: readonly Key[]; readonly onRemove: (key: Key) => void }

const GivenKeys = ({ keys, onRemove }: GivenProps) => {
  const t = useTranslations('dashboard.integration.settings.keys')
  return (
    <>
      <h3>{t('keys')}</h3>
      {keys.length === 0 && <p className="empty">{t('noKeys')}</p>}
      <ul className="keys" aria-label={t('keys')}>
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            shown={{ ...key, addedAt: key.added_at }}
            onRemove={keys.length > 1 ? () => onRemove(key) : undefined}
          />
        ))}
      </ul>
      <p className="muted">{t('rotation')}</p>
    </>
  )
}

const Shown = ({ connection }: { readonly connection: Connection }) => {
  const t = useTranslations('dashboard.integration.settings.keys')
  const { add, remove } = useKeyChanges()
  const [doubtful, setDoubtful] = useState<Key>()
  return (
    <>
      <Place connection={connection} />
      <GivenKeys keys={connection.keys} onRemove={setDoubtful} />
      <KeyEntry onKey={(key) => add.mutate(key)} />
      {add.isPending && <Busy label={t('adding')} />}
      {add.isSuccess && <Notice kind="good">{t('added')}</Notice>}
      {add.error && <FailureNotice error={add.error} />}
      <Attempts {...connection} />
      {doubtful && (
        <Confirm
          title={t('removeTitle')}
          action={t('removeNow')}
          isDangerous
          typed={doubtful.fingerprint.slice(-6)}
          onConfirm={() => remove(doubtful.id)}
          onClose={() => setDoubtful(undefined)}
        >
          <p>{t('removeText')}</p>
          <p>
            <code>{doubtful.fingerprint}</code>
          </p>
        </Confirm>
      )}
    </>
  )
}

/** Where the HR system connects to, and with which keys. */
export const KeysSection = () => {
  const t = useTranslations('dashboard.integration.settings.keys')
  const words = useTranslations('dashboard.parts')
  const { data, error } = useConnection()
  return (
    <section className="panel" aria-labelledby="keys">
      <h2 id="keys">{t('title')}</h2>
      {error && <FailureNotice error={error} />}
      {!data && !error && <Busy label={words('loading')} />}
      {data && <Shown connection={data} />}
    </section>
  )
}
