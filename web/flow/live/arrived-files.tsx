import { useFormatter, useTranslations } from 'use-intl'
import type { Activity } from '../api.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

const useSize = () => {
  const format = useFormatter()
  return (bytes: number): string => {
    const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
    const unit = units[power] ?? 'byte'
    return format.number(bytes / 1000 ** power, { style: 'unit', unit, maximumFractionDigits: 1 })
  }
}

/** The newest files, with what became of them. */
export const ArrivedFiles = ({ files }: Pick<Activity, 'files'>) => {
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
              <code className="file-name">{file.name}</code>
              <span className={`badge ${file.state === 'REFUSED' || file.state === 'REJECTED' ? 'bad' : ''}`}>
                {t(`states.${file.state}`)}
              </span>
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
