import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Dataset } from '#core/files/datasets.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import type { MappingClient, UnderstoodFile } from '../../mapping/client.ts'
import { isInUse } from '../../mapping/draft-state.ts'
import type { DraftStore } from '../../mapping/draft-store.ts'
import { MappingEditor } from '../../mapping/editor.tsx'
import { neededFields } from '../../mapping/needed-fields.ts'
import { UnreadFile } from '../../mapping/unread-file.tsx'
import { useDraft, useOpenedFile } from '../../mapping/use-draft.ts'
import { Busy } from '../../ui/busy.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useFlow } from '../flow-context.ts'
import { StepActions } from '../step-actions.tsx'
import { useMappingClient } from './mapping-client.ts'
import { useSetup } from './setup.ts'
import { useWishes } from './wishes.ts'

type Props = { readonly dataset: Dataset; readonly sample: string | undefined; readonly onDone: () => Promise<void> }

type MatchingProps = {
  readonly client: MappingClient
  readonly file: UnderstoodFile
  readonly store: DraftStore
  readonly onDone: () => Promise<void>
}

/** What cannot be approved is led to where it can be put right. */
const goToMissing = (): void => document.querySelector<HTMLElement>('[data-missing] button')?.focus()

const Matching = ({ client, file, store, onDone }: MatchingProps) => {
  const t = useTranslations('setup.mapping')
  const { goNext } = useFlow()
  const draft = useDraft(client, store)
  const approver = useSetup()?.approver
  const wishes = useWishes(file.dataset)
  const { missing } = neededFields(draft.state.history.present, wishes.requiredPoints)
  const finish = useMutation({
    mutationFn: store.finish,
    onSuccess: (isDone) => isDone && onDone(),
  })
  const isInUseNow = isInUse(draft.state)
  const label = isInUseNow ? undefined : t(approver === 'vendor' ? 'send' : 'approve')
  return (
    <>
      <p>{t(approver === 'vendor' ? 'introVendor' : 'intro')}</p>
      {file.upload_id !== null && <Notice kind="info">{t('isSample')}</Notice>}
      <MappingEditor client={client} file={file} draft={draft} {...wishes} />
      {finish.data === false && draft.state.theirs && (
        <p className="hidden" role="alert">
          {t('conflict')}
        </p>
      )}
      <StepActions
        {...(label === undefined ? {} : { label })}
        onPress={isInUseNow ? goNext : missing.length > 0 ? goToMissing : () => finish.mutate()}
        isPending={finish.isPending}
        error={finish.error}
      >
        {missing.length > 0 && <span className="muted">{t('missing', { count: missing.length })}</span>}
      </StepActions>
    </>
  )
}

/** The mapping of one dataset, from its newest file or the sample. */
export const DatasetMapping = ({ dataset, sample, onDone }: Props) => {
  const t = useTranslations('setup.mapping')
  const client = useMappingClient(dataset, sample)
  const [said, say] = useState<PartialDialect>()
  const { data, error, isFetching } = useOpenedFile(client, said)
  if (data?.store) return <Matching client={client} file={data.file} store={data.store} onDone={onDone} />
  return (
    <>
      {error ? (
        <FailureNotice error={error} />
      ) : data ? (
        <UnreadFile file={data.file} said={said} onSay={say} isReading={isFetching} />
      ) : (
        <Busy label={t('opening')} />
      )}
      <StepActions />
    </>
  )
}
