import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FileDrop } from '../../ui/file-drop.tsx'
import { failed } from '../failure.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useCall, useFlow } from '../flow-context.ts'
import { keep } from '../kept.ts'

const useSample = (onSuccess: () => void) => {
  const call = useCall()
  return useMutation({
    mutationFn: async (file: File) => {
      const body = { name: file.name, size: file.size, purpose: 'sample' }
      const { upload_id, method, url, headers } = await call('POST /flow/uploads', { body })
      const stored = await fetch(url, { method, headers, body: file }).catch(() => undefined)
      if (!stored?.ok) throw failed({ code: 'UNREACHABLE', message: 'The file could not be sent.' })
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
