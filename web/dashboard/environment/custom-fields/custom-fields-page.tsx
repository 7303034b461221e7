import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import type { CustomField } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { useModelName } from '../use-model-name.ts'
import { EditField } from './edit-field.tsx'

const route = getRouteApi('/environment/custom-fields')

const idOf = ({ id }: CustomField): string => id
const hrefOf = ({ id }: CustomField): string => `/environment/custom-fields?open=${id}`

const useColumns = (): readonly TableColumn<CustomField>[] => {
  const t = useTranslations('dashboard.environment.customFields')
  const modelName = useModelName()
  return [
    { id: 'key', name: t('key'), cell: ({ key }) => <code>{key}</code> },
    { id: 'model', name: t('model'), cell: ({ model }) => modelName(model) },
    { id: 'label', name: t('label'), cell: ({ label }) => label ?? '' },
    { id: 'aliases', name: t('aliases'), share: 2, minWidth: 260, cell: ({ aliases }) => aliases.join(', ') },
    { id: 'changed', name: t('changed'), minWidth: 150, cell: (field) => <Moment at={field.changed_at} /> },
  ]
}

/** What the vendor wants to know of people beyond the unified model. */
export const CustomFieldsPage = () => {
  const t = useTranslations('dashboard.environment.customFields')
  const { call } = useManage()
  const { open } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ queryKey: ['custom-fields'], queryFn: () => call('GET /manage/custom-fields') })
  const columns = useColumns()
  const show = (id: string | undefined) => navigate({ search: { open: id } })
  const add = (
    <Button kind="primary" onPress={() => show('new')}>
      {t('add')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={add}>
      <p className="muted">{t('intro')}</p>
      <Loaded query={query}>
        {({ results }) => {
          const opened = results.find(({ id }) => id === open)
          return (
            <>
              <PagedTable {...{ label: t('title'), columns, items: results, idOf, hrefOf }} empty={t('empty')} />
              {(opened || open === 'new') && <EditField key={open} field={opened} onClose={() => show(undefined)} />}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
