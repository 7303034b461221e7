import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { failed } from '../../api/failure.ts'
import { KeyEntry } from '../../ui/key-entry.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StepTitle } from '../../ui/step-title.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useConnection } from '../connection.ts'
import { useCall, useFlow } from '../flow-context.ts'
import { keep, kept } from '../kept.ts'
import { DraftKey, GivenKey } from '../keys/key-list.tsx'
import { PairMaker } from '../keys/pair-maker.tsx'
import { StepActions } from '../step-actions.tsx'

/** Keys that are entered and not sent yet; they are public, so a reload may find them again. */
const useDrafts = () => {
  const [drafts, setDrafts] = useState<readonly string[]>(() => kept('keys', v.array(v.string())) ?? [])
  const change = (keys: readonly string[]): void => {
    keep('keys', keys)
    setDrafts(keys)
  }
  return [drafts, change] as const
}

const useGiveKeys = (drafts: readonly string[], onSuccess: () => void) => {
  const call = useCall()
  const client = useQueryClient()
  const { leftOut } = useFlow()
  const connection = useConnection()
  return useMutation({
    mutationFn: async () => {
      if (drafts.length + connection.keys.length === 0)
        throw failed({ code: 'NO_KEY', message: 'There is no key yet.' })
      const body = {
        public_keys: drafts,
        keep_existing_keys: connection.integration_id !== null,
        opted_out_data_points: [...leftOut],
      }
      await call('POST /flow/connection', { body })
      await client.refetchQueries({ queryKey: ['connection'] })
    },
    onSuccess,
  })
}

const useRemoveKey = () => {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('DELETE /flow/keys/{key_id}', { path: { key_id: id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['connection'] }),
  })
}

/** The keys by which the HR system proves that it is the customer's. */
export const KeysStep = () => {
  const t = useTranslations('keys')
  const { goNext } = useFlow()
  const { keys } = useConnection()
  const [drafts, setDrafts] = useDrafts()
  const remove = useRemoveKey()
  const give = useGiveKeys(drafts, () => {
    setDrafts([])
    goNext()
  })
  const add = (openssh: string): void => setDrafts([...new Set([...drafts, openssh])])
  const count = keys.length + drafts.length
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('intro')}</p>
      {count > 0 && (
        <ul className="keys" aria-label={t('list')}>
          {keys.map((key) => (
            <GivenKey key={key.id} given={key} onRemove={keys.length > 1 ? () => remove.mutate(key.id) : undefined} />
          ))}
          {drafts.map((openssh) => (
            <DraftKey
              key={openssh}
              openssh={openssh}
              onRemove={() => setDrafts(drafts.filter((draft) => draft !== openssh))}
            />
          ))}
        </ul>
      )}
      {keys.length > 0 && <Notice kind="info">{t('rotation')}</Notice>}
      <Tabs
        label={count > 0 ? t('another') : t('ways')}
        items={[
          { id: 'have', name: t('have'), content: <KeyEntry onKey={add} /> },
          { id: 'make', name: t('makeHere'), content: <PairMaker onKey={add} /> },
        ]}
      />
      <StepActions
        {...(keys.length > 0 ? {} : { label: t('connect') })}
        onPress={() => give.mutate()}
        isPending={give.isPending}
        error={give.error ?? remove.error}
      />
    </>
  )
}
