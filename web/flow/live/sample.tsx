import { useTranslations } from 'use-intl'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { useFlow } from '../flow-context.ts'
import { keep } from '../kept.ts'
import { UploadProgress } from './upload-progress.tsx'
import { useUpload } from './use-upload.ts'

/** For those whose system is not ready: a file that is looked at and applied to nothing. */
export const Sample = () => {
  const t = useTranslations('live')
  const { goNext } = useFlow()
  const { underWay, send, cancel, error } = useUpload(({ upload_id }) => {
    keep('sample', upload_id)
    goNext()
  })
  return (
    <section className="stack">
      <h2>{t('sample')}</h2>
      <p>{t('sampleHelp')}</p>
      {underWay ? (
        <UploadProgress {...underWay} onCancel={cancel} />
      ) : (
        <FileDrop label={t('drop')} button={t('choose')} onFile={(file) => send(file, { purpose: 'sample' })} />
      )}
      {error && <FailureNotice error={error} />}
    </section>
  )
}
