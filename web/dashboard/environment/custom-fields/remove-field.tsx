import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import type { AnswerOf } from '../../call.ts'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import type { CustomField } from '../answers.ts'
import { Loaded } from '../loaded.tsx'

type Uses = AnswerOf<'GET /manage/custom-fields/{custom_field_id}/uses'>

const Users = ({ title, users }: { readonly title: string; readonly users: Uses['mapped_by'] }) =>
  users.length === 0 ? null : (
    <section className="stack">
      <p>{title}</p>
      <ul>
        {users.map(({ id, organization_name }) => (
          <li key={id}>
            <Link to="/integrations/$integrationId" params={{ integrationId: id }}>
              {organization_name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )

/** Says what goes with a custom field before it goes. */
export const RemoveField = ({ field, onClose }: { readonly field: CustomField; readonly onClose: () => void }) => {
  const t = useTranslations('dashboard.environment.customFields')
  const { call } = useManage()
  const client = useQueryClient()
  const path = { custom_field_id: field.id }
  const uses = useQuery({
    queryKey: ['custom-field-uses', field.id],
    queryFn: () => call('GET /manage/custom-fields/{custom_field_id}/uses', { path }),
    refetchInterval: false,
  })
  const remove = async () => {
    await call('DELETE /manage/custom-fields/{custom_field_id}', { path })
    await client.invalidateQueries({ queryKey: ['custom-fields'] })
  }
  return (
    <Confirm
      title={t('removeTitle', { key: field.key })}
      action={t('remove')}
      isDangerous
      typed={field.key}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t('removeText')}</p>
      <Loaded query={uses}>
        {({ mapped_by, filtered_by }) => (
          <>
            <Users title={t('filteredBy', { count: filtered_by.length })} users={filtered_by} />
            <Users title={t('mappedBy', { count: mapped_by.length })} users={mapped_by} />
            {mapped_by.length + filtered_by.length === 0 && <p>{t('unused')}</p>}
          </>
        )}
      </Loaded>
    </Confirm>
  )
}
