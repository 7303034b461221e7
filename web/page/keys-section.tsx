import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useConnection } from '../flow/connection.ts'
import { useCall } from '../flow/flow-context.ts'
import { GivenKey } from '../flow/keys/key-list.tsx'
import { PairMaker } from '../flow/keys/pair-maker.tsx'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { KeyEntry } from '../ui/key-entry.tsx'
import { Notice } from '../ui/notice.tsx'
import { StepTitle } from '../ui/step-title.tsx'
import { Tabs } from '../ui/tabs.tsx'

const useKeyChanges = () => {
  const call = useCall()
  const client = useQueryClient()
  const onSettled = () => client.invalidateQueries({ queryKey: ['connection'] })
  const add = useMutation({
    mutationFn: (openssh: string) => call('POST /flow/keys', { body: { public_key: openssh } }),
    onSettled,
  })
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE /flow/keys/{key_id}', { path: { key_id: id } }),
    onSettled,
  })
  return { add, remove }
}

type DoubtProps = {
  readonly fingerprint: string
  readonly isPending: boolean
  readonly onRemove: () => void
  readonly onKeep: () => void
}

/** Asks once more: the HR system may be locked out by it. */
const Doubt = ({ fingerprint, isPending, onRemove, onKeep }: DoubtProps) => {
  const t = useTranslations('page.keys')
  const remove = useTranslations('keys')('remove')
  return (
    <div className="stack">
      <Notice kind="bad">{t('confirm')}</Notice>
      <p>
        <code>{fingerprint}</code>
      </p>
      <div className="row">
        <Button autoFocus onPress={onKeep}>
          {t('keep')}
        </Button>
        <Button kind="quiet" onPress={onRemove} isPending={isPending}>
          {remove}
        </Button>
      </div>
    </div>
  )
}

/** The keys that can log in: a change without a gap adds the new one first. */
export const KeysSection = () => {
  const t = useTranslations('page.keys')
  const words = useTranslations('keys')
  const { keys } = useConnection()
  const { add, remove } = useKeyChanges()
  const [doubtful, setDoubtful] = useState<string>()
  const inDoubt = keys.find(({ id }) => id === doubtful)
  const take = (openssh: string): void => {
    remove.reset()
    add.mutate(openssh)
  }
  const takeOut = (id: string): void => {
    add.reset()
    remove.mutate(id, { onSettled: () => setDoubtful(undefined) })
  }
  const error = add.error ?? remove.error
  return (
    <>
      <StepTitle>{words('title')}</StepTitle>
      <p>{t('intro')}</p>
      <ul className="keys" aria-label={words('list')}>
        {keys.map((key) => (
          <GivenKey key={key.id} given={key} onRemove={keys.length > 1 ? () => setDoubtful(key.id) : undefined} />
        ))}
      </ul>
      {inDoubt && (
        <Doubt
          fingerprint={inDoubt.fingerprint}
          isPending={remove.isPending}
          onRemove={() => takeOut(inDoubt.id)}
          onKeep={() => setDoubtful(undefined)}
        />
      )}
      {add.isPending && <Busy label={t('adding')} />}
      {add.isSuccess && <Notice kind="good">{t('added')}</Notice>}
      {remove.isSuccess && <Notice kind="good">{t('removed')}</Notice>}
      {error && <FailureNotice error={error} />}
      <Notice kind="info">{words('rotation')}</Notice>
      <Tabs
        label={words('another')}
        items={[
          { id: 'have', name: words('have'), content: <KeyEntry onKey={take} /> },
          { id: 'make', name: words('makeHere'), content: <PairMaker onKey={take} /> },
        ]}
      />
    </>
  )
}
