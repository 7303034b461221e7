import { Label, ProgressBar } from 'react-aria-components'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { useSize } from '../../ui/use-size.ts'

type Props = { readonly file: File; readonly sentBytes: number; readonly onCancel: () => void }

/** Read aloud at every quarter: more often nobody could listen to. */
const quarterOf = (share: number): number => Math.floor(share * 4) / 4

/** A file on its way to the server. */
export const UploadProgress = ({ file, sentBytes, onCancel }: Props) => {
  const t = useTranslations('live.upload')
  const format = useFormatter()
  const size = useSize()
  const share = Math.min(sentBytes / Math.max(file.size, 1), 1)
  const inPercent = (part: number): string => format.number(part, { style: 'percent' })
  return (
    <div className="upload stack">
      <ProgressBar value={share} minValue={0} maxValue={1} valueLabel={inPercent(share)}>
        <div className="row spread">
          <Label className="file-name">{t('sending', { file: file.name })}</Label>
          <span aria-hidden="true">{inPercent(share)}</span>
        </div>
        <div className="upload-bar" aria-hidden="true">
          <div style={{ width: `${share * 100}%` }} />
        </div>
      </ProgressBar>
      <div className="row spread">
        <span className="muted">
          {t('progress', { sent: size(Math.min(sentBytes, file.size)), all: size(file.size) })}
        </span>
        <Button size="small" onPress={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <p className="hidden" role="status">
        {t('heard', { percent: inPercent(quarterOf(share)) })}
      </p>
    </div>
  )
}
