import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FileDrop } from '../../ui/file-drop.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useCall, useFlow } from '../flow-context.ts'
import { keep } from '../kept.ts'
import { sendFile } from './send-file.ts'

const useSample = (onSuccess: () => void) => {
  const call = useCall()
  return useMutation({
    mutationFn: async (file: File) => {
      const { upload_id } = await sendFile(call, file, { purpose: 'sample' })
      keep('sample', upload_id)
    },
    onSuccess,
  })
}

/** For those whose system is not ready: a file that is looked at and applied to nothing. */
export const Sample = () => {
  const t = useTranslations('live')
  const { goNext } = useFlow()
  const send = useSample(goNext)
  return (
    <section className="stack">
      <h2>{t('sample')}</h2>
      <p>{t('sampleHelp')}</p>
      <FileDrop
        label={t('drop')}
        button={t('choose')}
        isPending={send.isPending}
        onFile={(file) => send.mutate(file)}
      />
      {send.error && <FailureNotice error={send.error} />}
    </section>
  )
}
