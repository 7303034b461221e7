import { useFormatter, useTranslations } from 'use-intl'
import type { Activity } from '../api.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

export const useSize = () => {
  const format = useFormatter()
  return (bytes: number): string => {
    const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
    const unit = units[power] ?? 'byte'
    return format.number(bytes / 1000 ** power, { style: 'unit', unit, maximumFractionDigits: 1 })
  }
}

type ArrivedFile = Activity['files'][number]

const badge: Readonly<Partial<Record<ArrivedFile['state'], 'bad' | 'good'>>> = {
  REFUSED: 'bad',
  REJECTED: 'bad',
  ACCEPTED: 'good',
}

export const FileState = ({ state }: Pick<ArrivedFile, 'state'>) => {
  const t = useTranslations('live')
  return <span className={`badge ${badge[state] ?? ''}`}>{t(`states.${state}`)}</span>
}

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
