import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { failureOf } from '../api/failure.ts'
import type { Held } from '../flow/api.ts'
import { useWords } from '../flow/words.ts'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { StepTitle } from '../ui/step-title.tsx'
import { DecideHeld } from './decide-held.tsx'
import { type Decision, type HeldSet, useDecide, useHeld } from './held.ts'
import { HeldTable } from './held-table.tsx'

const isThere = ({ set }: HeldSet, awaited: string | undefined): boolean => set === awaited

type DatasetProps = {
  readonly set: HeldSet
  readonly records: Held['results']
  /** The set about which something is decided that is not carried out yet. */
  readonly awaited: string | undefined
  readonly isPending: boolean
  readonly onDecide: (decision: Decision) => void
}

const HeldDataset = ({ set, records, awaited, isPending, onDecide }: DatasetProps) => {
  const t = useTranslations('page.held')
  const words = useWords()
  const name = words.dataset(set.dataset)
  return (
    <div className="stack">
      <h2>{t('of', { name, count: set.waiting })}</h2>
      <HeldTable label={name} records={records} />
      {isThere(set, awaited) && <Busy label={t('deciding')} />}
      {set.waiting > 0 && !isThere(set, awaited) && (
        <DecideHeld key={set.set} set={set} isPending={isPending} onDecide={onDecide} />
      )}
    </div>
  )
}

const Refusal = ({ error }: { readonly error: Error }) => {
  const t = useTranslations('page.held')
  if (failureOf(error).code !== 'FLOW.CHANGED_MEANWHILE') return <FailureNotice error={error} />
  return <Notice kind="bad">{t('others')}</Notice>
}

/** Everybody whose removal is held, for customers who decide about it. */
export const HeldSection = () => {
  const t = useTranslations('page.held')
  const [awaited, setAwaited] = useState<string>()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useHeld(awaited !== undefined)
  const decide = useDecide()
  const sets = data?.pages[0]?.sets ?? []
  const records = data?.pages.flatMap(({ results }) => results) ?? []
  const isCarriedOut = data !== undefined && awaited !== undefined && !sets.some((each) => isThere(each, awaited))
  if (isCarriedOut) setAwaited(undefined)
  const onDecide = (decision: Decision): void =>
    decide.mutate(decision, { onSuccess: () => setAwaited(decision.set.set) })
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('intro')}</p>
      {error && <FailureNotice error={error} />}
      {!data && !error && <Busy label={t('loading')} />}
      {data && sets.length === 0 && <Notice kind="good">{t('none')}</Notice>}
      {sets.map((set) => (
        <HeldDataset
          key={set.dataset}
          set={set}
          records={records.filter(({ dataset }) => dataset === set.dataset)}
          awaited={awaited}
          isPending={decide.isPending}
          onDecide={onDecide}
        />
      ))}
      {hasNextPage && (
        <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
          {t('more')}
        </Button>
      )}
      {decide.isSuccess && awaited === undefined && <Notice kind="good">{t('done')}</Notice>}
      {decide.error && <Refusal error={decide.error} />}
    </>
  )
}
