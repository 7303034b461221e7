import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { DownloadIcon } from '../../../ui/icons.tsx'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import type { ShownFile } from '../overview/timeline-entries.ts'
import { useWhich } from '../use-integration.ts'

/** Fetches the file as it was uploaded; that somebody did, and why, stands in the audit log. */
export const Download = ({ file: { id, name } }: { readonly file: ShownFile }) => {
  const t = useTranslations('dashboard.integration.files')
  const { call } = useManage()
  const { path } = useWhich()
  const [isOpen, setOpen] = useState(false)
  const download = async (reason: string): Promise<void> => {
    const { url } = await call('POST /manage/integrations/{integration_id}/files/{file_id}/download', {
      path: { ...path, file_id: id },
      body: { reason },
    })
    window.location.assign(url)
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>
        <DownloadIcon />
        {t('download')}
      </Button>
      {isOpen && (
        <Confirm
          title={t('downloadTitle', { name })}
          action={t('downloadNow')}
          asksReason
          onConfirm={download}
          onClose={() => setOpen(false)}
        >
          <p>{t('downloadText')}</p>
        </Confirm>
      )}
    </>
  )
}
