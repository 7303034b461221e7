import { useTranslations } from 'use-intl'
import { useActivity } from '../flow/live/activity.ts'
import { ArrivedFiles } from '../flow/live/arrived-files.tsx'
import { LastFailure } from '../flow/live/attempts.tsx'
import { Busy } from '../ui/busy.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { StepTitle } from '../ui/step-title.tsx'
import { ConnectionState } from './connection-state.tsx'
import { Delivery } from './delivery.tsx'
import { FileReport } from './file-report.tsx'
import { hrefOf } from './place.ts'

const reportAt = (id: string): string => hrefOf('files', id)

/** Where the connection stands, the last files, and a way to send one by hand. */
const Files = () => {
  const t = useTranslations('page.files')
  const live = useTranslations('live')
  const { data, error } = useActivity()
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      {error && <FailureNotice error={error} />}
      {!data && !error && <Busy label={live('looking')} />}
      {data && (
        <>
          <ConnectionState activity={data} />
          <LastFailure attempts={data.attempts} />
          {data.files.length > 0 ? <ArrivedFiles files={data.files} reportAt={reportAt} /> : <p>{t('none')}</p>}
          {data.files.length === 0 && <a href={hrefOf('connection')}>{t('toConnection')}</a>}
        </>
      )}
      <Delivery />
    </>
  )
}

export const FilesSection = ({ detail }: { readonly detail: string | undefined }) =>
  detail === undefined ? <Files /> : <FileReport id={decodeURIComponent(detail)} />
