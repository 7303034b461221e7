import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { download } from '../../../ui/download.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import { useRefresh, useWhich } from '../use-integration.ts'

type Named = { readonly by: 'remote_id' | 'id'; readonly name: string }

const useRequests = ({ by, name }: Named) => {
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  const body = (reason: string) => (by === 'id' ? { id: name, reason } : { remote_id: name, reason })
  return {
    exportPerson: async (reason: string): Promise<void> => {
      const found = await call('POST /manage/integrations/{integration_id}/export-person', { path, body: body(reason) })
      download(`person-${name}.json`, 'application/json', JSON.stringify(found, null, 2))
    },
    erasePerson: async (reason: string): Promise<void> => {
      await call('POST /manage/integrations/{integration_id}/erase-person', { path, body: body(reason) })
      await refresh()
    },
  }
}

type Deed = 'export' | 'erase'
type AskProps = {
  readonly deed: Deed
  readonly named: Named
  readonly onDone: () => void
  readonly onClose: () => void
}

const Ask = ({ deed, named, onDone, onClose }: AskProps) => {
  const t = useTranslations('dashboard.integration.rights')
  const { exportPerson, erasePerson } = useRequests(named)
  const act = async (reason: string): Promise<void> => {
    await (deed === 'export' ? exportPerson(reason) : erasePerson(reason))
    onDone()
  }
  return (
    <Confirm
      title={t(`${deed}Title`, { name: named.name })}
      action={t(`${deed}Now`)}
      isDangerous={deed === 'erase'}
      asksReason
      {...(deed === 'erase' ? { typed: named.name } : {})}
      onConfirm={act}
      onClose={onClose}
    >
      <p>{t(`${deed}Text`)}</p>
      <p className="muted">{t('reasonHint')}</p>
    </Confirm>
  )
}

/** Names one person, and exports or erases all that is stored of them. */
export const OnePerson = () => {
  const t = useTranslations('dashboard.integration.rights')
  const [by, setBy] = useState<Named['by']>('remote_id')
  const [name, setName] = useState('')
  const [deed, setDeed] = useState<Deed>()
  const [done, setDone] = useState<Deed>()
  const [isTried, setTried] = useState(false)
  const named = { by, name: name.trim() }
  const begin = (wanted: Deed): void => {
    setTried(true)
    setDone(undefined)
    if (named.name !== '') setDeed(wanted)
  }
  return (
    <section className="panel" aria-label={t('person')}>
      <Radios
        label={t('by')}
        options={[
          { id: 'remote_id', name: t('remoteId'), hint: t('remoteIdHint') },
          { id: 'id', name: t('recordId') },
        ]}
        value={by}
        onChange={(id) => setBy(id === 'id' ? 'id' : 'remote_id')}
      />
      <TextField
        label={t('name')}
        value={name}
        onChange={setName}
        isRequired
        error={isTried && named.name === '' ? t('nameMissing') : undefined}
      />
      <div className="row">
        <Button onPress={() => begin('export')}>{t('export')}</Button>
        <Button onPress={() => begin('erase')}>{t('erase')}</Button>
      </div>
      {done && <Notice kind="good">{t(`${done}Done`)}</Notice>}
      {deed && <Ask deed={deed} named={named} onDone={() => setDone(deed)} onClose={() => setDeed(undefined)} />}
    </section>
  )
}
