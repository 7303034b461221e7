import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { claimOf } from '#core/files/file-name.ts'
import { FailureNotice } from '../flow/failure-notice.tsx'
import { useCall } from '../flow/flow-context.ts'
import { sendFile } from '../flow/live/send-file.ts'
import { useWords } from '../flow/words.ts'
import { Button } from '../ui/button.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Notice } from '../ui/notice.tsx'
import { Picker } from '../ui/picker.tsx'

const datasetOf = (name: string): Dataset | undefined => {
  const claim = claimOf(name)
  return claim.kind === 'export' ? claim.dataset : undefined
}

type ChosenProps = {
  readonly file: File
  readonly isPending: boolean
  readonly onSend: (dataset: Dataset) => void
  readonly onCancel: () => void
}

/** A file that was chosen and is not sent yet: it counts, so what it holds is looked at first. */
const Chosen = ({ file, isPending, onSend, onCancel }: ChosenProps) => {
  const t = useTranslations('page.delivery')
  const words = useWords()
  const [dataset, setDataset] = useState(() => datasetOf(file.name))
  return (
    <div className="stack">
      <p>
        {t('file')} <code className="file-name">{file.name}</code>
      </p>
      {dataset === undefined && <Notice kind="info">{t('unknownHolds')}</Notice>}
      <div className="row">
        <span aria-hidden="true">{t('holds')}</span>
        <Picker
          label={t('holds')}
          options={datasets.map((id) => ({ id, name: words.dataset(id) }))}
          value={dataset ?? null}
          onChange={(id) => setDataset(datasets.find((each) => each === id))}
          placeholder={t('chooseHolds')}
          find={{ label: t('find'), nothing: t('noneFound') }}
        />
      </div>
      <div className="row">
        <Button
          kind="primary"
          isDisabled={dataset === undefined}
          isPending={isPending}
          onPress={() => dataset && onSend(dataset)}
        >
          {t(isPending ? 'sending' : 'send')}
        </Button>
        <Button kind="quiet" isDisabled={isPending} onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}

type Wish = { readonly file: File; readonly dataset: Dataset }

const useDelivery = (onSuccess: () => void) => {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, dataset }: Wish) => sendFile(call, file, { purpose: 'delivery', dataset }),
    onSuccess: () => {
      onSuccess()
      return client.invalidateQueries({ queryKey: ['activity'] })
    },
  })
}

/** When SFTP is down: a file that counts like any other. */
export const Delivery = () => {
  const t = useTranslations('page.delivery')
  const [file, setFile] = useState<File>()
  const forget = () => setFile(undefined)
  const deliver = useDelivery(forget)
  const choose = (chosen: File): void => {
    deliver.reset()
    setFile(chosen)
  }
  return (
    <section className="stack">
      <h2>{t('title')}</h2>
      <p>{t('help')}</p>
      {file ? (
        <Chosen
          key={`${file.name} ${file.size}`}
          file={file}
          isPending={deliver.isPending}
          onSend={(dataset) => deliver.mutate({ file, dataset })}
          onCancel={forget}
        />
      ) : (
        <FileDrop label={t('drop')} button={t('choose')} onFile={choose} />
      )}
      {deliver.data && !file && <Notice kind="good">{t('sent', { file: deliver.data.file_name })}</Notice>}
      {deliver.error && <FailureNotice error={deliver.error} />}
    </section>
  )
}
