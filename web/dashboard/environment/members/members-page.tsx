import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import type { Member } from '../answers.ts'
import { Loaded } from '../loaded.tsx'
import { EditMember } from './edit-member.tsx'

const route = getRouteApi('/environment/members')

const idOf = ({ email }: Member): string => email
const hrefOf = ({ email }: Member): string => `/environment/members?open=${encodeURIComponent(email)}`

const useColumns = (): readonly TableColumn<Member>[] => {
  const t = useTranslations('dashboard.environment.members')
  return [
    { id: 'email', name: t('email'), cell: ({ email }) => email, share: 2 },
    {
      id: 'role',
      name: t('role'),
      cell: ({ role }) => <Badge kind={role === 'admin' ? 'good' : 'plain'}>{t(`roles.${role}`)}</Badge>,
    },
    {
      id: 'personal',
      name: t('personal'),
      cell: ({ role, personal_data }) => (role === 'admin' || personal_data ? t('yes') : t('no')),
    },
    { id: 'since', name: t('since'), minWidth: 150, cell: ({ created_at }) => <Moment at={created_at} /> },
  ]
}

const isLastAdmin = (members: readonly Member[], { email, role }: Member): boolean =>
  role === 'admin' && members.every((other) => other.email === email || other.role !== 'admin')

/** Who may sign in to the dashboard, and what they may do. */
export const MembersPage = () => {
  const t = useTranslations('dashboard.environment.members')
  const { call } = useManage()
  const { open } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ queryKey: ['members'], queryFn: () => call('GET /manage/members') })
  const columns = useColumns()
  const show = (email: string | undefined) => navigate({ search: { open: email } })
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
          const opened = results.find(({ email }) => email === open)
          return (
            <>
              <PagedTable {...{ label: t('title'), columns, items: results, idOf, hrefOf }} empty={t('empty')} />
              {(opened || open === 'new') && (
                <EditMember
                  key={open}
                  member={opened}
                  isLastAdmin={opened !== undefined && isLastAdmin(results, opened)}
                  onClose={() => show(undefined)}
                />
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
