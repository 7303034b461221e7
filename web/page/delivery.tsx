import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { claimOf } from '#core/files/file-name.ts'
import { UploadProgress } from '../flow/live/upload-progress.tsx'
import { useUpload } from '../flow/live/use-upload.ts'
import { useWords } from '../flow/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Notice } from '../ui/notice.tsx'
import { Picker } from '../ui/picker.tsx'

const datasetOf = (name: string): Dataset | undefined => {
  const claim = claimOf(name)
  return claim.kind === 'export' ? claim.dataset : undefined
}

type ChosenProps = {
  readonly file: File
  readonly onSend: (dataset: Dataset) => void
  readonly onCancel: () => void
}

/** A file that was chosen and is not sent yet: it counts, so what it holds is looked at first. */
const Chosen = ({ file, onSend, onCancel }: ChosenProps) => {
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
        <Button kind="primary" isDisabled={dataset === undefined} onPress={() => dataset && onSend(dataset)}>
          {t('send')}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}

/** When SFTP is down: a file that counts like any other. */
export const Delivery = () => {
  const t = useTranslations('page.delivery')
  const [file, setFile] = useState<File>()
  const forget = () => setFile(undefined)
  const client = useQueryClient()
  const { underWay, sent, error, send, cancel, reset } = useUpload(() => {
    forget()
    return client.invalidateQueries({ queryKey: ['activity'] })
  })
  const choose = (chosen: File): void => {
    reset()
    setFile(chosen)
  }
  return (
    <section className="stack">
      <h2>{t('title')}</h2>
      <p>{t('help')}</p>
      {underWay && <UploadProgress {...underWay} onCancel={cancel} />}
      {file && !underWay && (
        <Chosen
          key={`${file.name} ${file.size}`}
          file={file}
          onSend={(dataset) => send(file, { purpose: 'delivery', dataset })}
          onCancel={forget}
        />
      )}
      {!file && <FileDrop label={t('drop')} button={t('choose')} onFile={choose} />}
      {sent && !file && <Notice kind="good">{t('sent', { file: sent.file_name })}</Notice>}
      {error && <FailureNotice error={error} />}
    </section>
  )
}
