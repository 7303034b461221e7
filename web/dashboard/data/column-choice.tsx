import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/checkbox-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useManage } from '../manage.ts'
import type { ModelView } from './models.ts'
import { useRecordWords } from './words.ts'

type Props = {
  readonly view: ModelView
  readonly columns: readonly string[]
  readonly onChoose: (columns: readonly string[]) => void
}

/** The custom fields of a model are columns, too. */
const useCustomColumns = ({ model }: ModelView): readonly string[] => {
  const { call } = useManage()
  const { data } = useQuery({
    queryKey: ['custom-fields'],
    queryFn: () => call('GET /manage/custom-fields'),
    refetchInterval: false,
    staleTime: 60_000,
  })
  return (data?.results ?? []).filter((field) => field.model === model).map(({ key }) => `custom_fields.${key}`)
}

const Choice = ({ view, columns, onChoose, onClose }: Props & { readonly onClose: () => void }) => {
  const t = useTranslations('dashboard.data.columns')
  const words = useRecordWords(view)
  const custom = useCustomColumns(view)
  const options = [...view.columns, ...custom].map((id) => ({ id, name: words.column(id), hint: '' }))
  const inOrder = (chosen: readonly string[]) => options.map(({ id }) => id).filter((id) => chosen.includes(id))
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className="stack">
        <CheckboxList
          label={t('label')}
          options={options}
          value={columns}
          onChange={(chosen) => onChoose(inOrder(chosen))}
          find={{ label: t('find'), nothing: t('nothing') }}
          error={undefined}
        />
        <div className="row">
          <Button kind="primary" onPress={onClose}>
            {t('done')}
          </Button>
          <Button onPress={() => onChoose(view.columns.slice(0, view.shown))}>{t('reset')}</Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Which columns a table has: chosen once, kept by the browser. */
export const ColumnChoice = (props: Props) => {
  const t = useTranslations('dashboard.data.columns')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {t('choose')}
      </Button>
      {isOpen && <Choice {...props} onClose={() => setOpen(false)} />}
    </>
  )
}
