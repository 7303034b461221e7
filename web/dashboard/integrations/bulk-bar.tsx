import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Confirm } from '../confirm.tsx'
import { type Done, useBulk } from './use-bulk.ts'
import type { Listed } from './use-integrations.ts'

const opposite = { enable: 'disable', disable: 'enable' } as const
const said = { enable: 'enabled', disable: 'disabled', sync: 'synced', remove: 'removed' } as const

const useNames = () => {
  const format = useFormatter()
  return (integrations: readonly Listed[]) =>
    format.list(
      integrations.map(({ end_user }) => end_user.organization_name),
      { type: 'conjunction' },
    )
}

type OutcomeProps = { readonly outcome: Done; readonly onUndo: () => void; readonly onHide: () => void }

/** What was done, and the way back where there is one. */
const Outcome = ({ outcome: { deed, done, refused }, onUndo, onHide }: OutcomeProps) => {
  const t = useTranslations('dashboard.integrations.bulk')
  const parts = useTranslations('dashboard.parts')
  const names = useNames()
  const canUndo = (deed === 'enable' || deed === 'disable') && done.length > 0
  return (
    <Notice kind={refused.length > 0 ? 'warn' : 'good'}>
      {done.length > 0 && <p>{t(said[deed], { count: done.length })}</p>}
      {refused.length > 0 && <p>{t('failed', { count: refused.length, names: names(refused) })}</p>}
      <div className="actions-row">
        {canUndo && (
          <Button size="small" onPress={onUndo}>
            {parts('undo')}
          </Button>
        )}
        <Button kind="quiet" size="small" onPress={onHide}>
          {t('hide')}
        </Button>
      </div>
    </Notice>
  )
}

type Props = { readonly chosen: readonly Listed[]; readonly onChooseNone: () => void }

/** What can be done to all integrations that are chosen. */
export const BulkBar = ({ chosen, onChooseNone }: Props) => {
  const t = useTranslations('dashboard.integrations.bulk')
  const [toRemove, setToRemove] = useState<readonly Listed[]>()
  const bulk = useBulk()
  const names = useNames()
  const { data } = bulk
  const act = (deed: 'enable' | 'disable' | 'sync') => bulk.mutate({ deed, to: chosen })
  const undo = ({ deed, done }: Done) => {
    if (deed === 'enable' || deed === 'disable') bulk.mutate({ deed: opposite[deed], to: done })
  }
  return (
    <>
      {data && <Outcome outcome={data} onUndo={() => undo(data)} onHide={() => bulk.reset()} />}
      {chosen.length > 0 && (
        <section className="bulk" aria-label={t('label')}>
          <p role="status">{t('chosen', { count: chosen.length })}</p>
          {(['disable', 'enable', 'sync'] as const).map((deed) => (
            <Button key={deed} size="small" isPending={bulk.isPending} onPress={() => act(deed)}>
              {t(deed)}
            </Button>
          ))}
          <Button size="small" kind="danger" onPress={() => setToRemove(chosen)}>
            {t('remove')}
          </Button>
          <Button size="small" kind="quiet" onPress={onChooseNone}>
            {t('none')}
          </Button>
        </section>
      )}
      {toRemove && (
        <Confirm
          title={t('removeTitle', { count: toRemove.length })}
          action={t('remove')}
          isDangerous
          typed={t('removeWord', { count: toRemove.length })}
          onConfirm={async () => {
            await bulk.mutateAsync({ deed: 'remove', to: toRemove })
            onChooseNone()
          }}
          onClose={() => setToRemove(undefined)}
        >
          <p>{t('removeHelp', { names: names(toRemove) })}</p>
        </Confirm>
      )}
    </>
  )
}
