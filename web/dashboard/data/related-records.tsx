import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useDataWords } from '../../ui/data-words.ts'
import type { AnswerOf } from '../call.ts'
import { useWhich } from '../integration/use-integration.ts'
import { type ModelView, viewOf } from './models.ts'

export type OpenedRecord = AnswerOf<'GET /manage/integrations/{integration_id}/records/{model}/{record_id}'>

type Props = { readonly view: ModelView; readonly record: OpenedRecord }

const belongings = ['employments', 'absences', 'balances', 'timesheets']

const OfPerson = ({ employee }: { readonly employee: string }) => {
  const { integrationId } = useWhich()
  const { dataset } = useDataWords()
  return belongings.map((list) => (
    <Link
      key={list}
      to="/integrations/$integrationId/data/$list"
      params={{ integrationId, list }}
      search={{ employee }}
    >
      {dataset(viewOf(list)?.dataset ?? list)}
    </Link>
  ))
}

/** What belongs to a record, or what it belongs to. */
export const RelatedRecords = ({ view, record }: Props) => {
  const t = useTranslations('dashboard.data.record')
  const { integrationId } = useWhich()
  const { id, employee } = record
  return (
    <p className="related">
      {view.model === 'hris_employees' && <OfPerson employee={id} />}
      {view.model === 'hris_teams' && (
        <Link
          to="/integrations/$integrationId/data/$list"
          params={{ integrationId, list: 'employees' }}
          search={{ group: id }}
        >
          {t('members')}
        </Link>
      )}
      {employee && (
        <Link
          to="/integrations/$integrationId/data/$list/$recordId"
          params={{ integrationId, list: 'employees', recordId: employee.id }}
        >
          {t('owner', { name: employee.name ?? employee.id })}
        </Link>
      )}
    </p>
  )
}
