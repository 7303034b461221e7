import { useTranslations } from 'use-intl'
import { templateCsv } from '#core/connect/template.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { download } from '../../ui/download.ts'
import { DownloadIcon } from '../../ui/icons.tsx'
import { Switch } from '../../ui/switch.tsx'
import { type ChecklistFile, columnsToSend } from './checklist.ts'
import { ChecklistItem } from './checklist-item.tsx'
import { useChecklistText } from './checklist-text.ts'
import { useChoice } from './use-choice.ts'

/** The mark tells Excel that the file is UTF-8. */
const byteOrderMark = '\ufeff'

const Tools = ({ file }: { readonly file: ChecklistFile }) => {
  const t = useTranslations('dataPoints')
  const text = useChecklistText()
  const csv = () => byteOrderMark + templateCsv(columnsToSend(file))
  return (
    <div className="row">
      <Button size="small" onPress={() => download(file.fileName, 'text/csv', csv())}>
        <DownloadIcon />
        {t('template')}
      </Button>
      <CopyButton text={text(file)} what={t('copyList')} isNamed />
    </div>
  )
}

/** One file: its name, and what its columns tell. */
export const FileChecklist = ({ file }: { readonly file: ChecklistFile }) => {
  const t = useTranslations('dataPoints')
  const choose = useChoice()
  const { choice, fileName, isLeftOut } = file
  return (
    <>
      <div className="row spread">
        <p>
          <code className="file-name">{fileName}</code>{' '}
          <span className="badge">{t(file.isRequired ? 'required' : 'optionalFile')}</span>
        </p>
        {choice !== undefined && (
          <Switch isSelected={!isLeftOut} onChange={(isShared) => choose(choice, isShared)}>
            {t('shareFile', { file: fileName })}
          </Switch>
        )}
        {!isLeftOut && <Tools file={file} />}
      </div>
      {isLeftOut ? (
        <p>{t('notShared')}</p>
      ) : (
        <ul className="checklist">
          {file.rows.map((row) => (
            <ChecklistItem key={row.id} dataset={file.dataset} row={row} />
          ))}
        </ul>
      )}
    </>
  )
}
