import { useFormatter, useTranslations } from 'use-intl'
import { FileState } from '../../ui/file-state.tsx'
import { useSize } from '../../ui/use-size.ts'
import type { Activity } from '../api.ts'

type Props = Pick<Activity, 'files'> & {
  /** The address at which more is said about a file, where there is one. */
  readonly reportAt?: (id: string) => string
}

/** The newest files, with what became of them. */
export const ArrivedFiles = ({ files, reportAt }: Props) => {
  const t = useTranslations('live')
  const format = useFormatter()
  const size = useSize()
  return (
    <section className="stack">
      <h2>{t('files')}</h2>
      <ul className="plain-list">
        {files.map((file) => (
          <li key={file.id}>
            <p className="row">
              {reportAt ? (
                <a href={reportAt(file.id)}>
                  <code className="file-name">{file.name}</code>
                </a>
              ) : (
                <code className="file-name">{file.name}</code>
              )}
              <FileState state={file.state} />
              {file.kind === 'manifest' && <span className="muted">{t('manifest')}</span>}
              <span className="muted">
                {size(file.size)},{' '}
                {format.dateTime(new Date(file.received_at), { dateStyle: 'medium', timeStyle: 'short' })}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
