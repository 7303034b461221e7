import { useTranslations } from 'use-intl'
import type { Join } from '#core/mapping/join.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import type { FileColumn } from './client.ts'
import { ColumnPicker } from './column-choice.tsx'

type Props = {
  readonly join: Join
  /** What the file is called. */
  readonly fileName: string
  readonly mainName: string
  readonly columns: readonly FileColumn[]
  /** Columns of the main file, and of the files that are joined before this one. */
  readonly mainColumns: readonly FileColumn[]
  readonly onChange: (join: Join) => void
}

const maxKeyColumns = 5

/** The columns by which two files belong together, side by side. */
export const JoinKeys = ({ join, fileName, mainName, columns, mainColumns, onChange }: Props) => {
  const t = useTranslations('mapping.joins')
  const { key, to } = join
  const at = (index: number, keyColumn: string, toColumn: string): void =>
    onChange({ ...join, key: key.with(index, keyColumn), to: to.with(index, toColumn) })
  return (
    <>
      <ul className="map-keys">
        {key.map((keyColumn, index) => {
          const toColumn = to[index] ?? ''
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a key column is known by
            <li key={index} className="row">
              <ColumnPicker
                label={t('keyIn', { file: fileName })}
                columns={columns}
                value={keyColumn}
                onChange={(column) => at(index, column, toColumn)}
              />
              <span aria-hidden="true">=</span>
              <ColumnPicker
                label={t('keyIn', { file: mainName })}
                columns={mainColumns}
                value={toColumn}
                onChange={(column) => at(index, keyColumn, column)}
              />
              {key.length > 1 && (
                <IconButton
                  label={t('removeKey', { column: keyColumn })}
                  onPress={() => onChange({ ...join, key: key.toSpliced(index, 1), to: to.toSpliced(index, 1) })}
                >
                  <CloseIcon />
                </IconButton>
              )}
            </li>
          )
        })}
      </ul>
      {key.length < maxKeyColumns && columns.length > key.length && (
        <div>
          <Button
            kind="quiet"
            size="small"
            onPress={() => {
              const free = columns.find(({ name }) => !key.includes(name))
              const other = mainColumns.find(({ name }) => !to.includes(name))
              if (free && other) onChange({ ...join, key: [...key, free.name], to: [...to, other.name] })
            }}
          >
            {t('addKey')}
          </Button>
        </div>
      )}
    </>
  )
}
