import { useFormatter, useTranslations } from 'use-intl'
import { Facts } from '../../../ui/facts.tsx'
import { Page } from '../../page.tsx'
import { LinkButton } from '../links/link-button.tsx'
import { type Integration, useIntegration } from '../use-integration.ts'
import { AttentionList } from './attention-list.tsx'
import { Timeline } from './timeline.tsx'

const Glance = ({ integration }: { readonly integration: Integration }) => {
  const t = useTranslations('dashboard.integration.glance')
  const format = useFormatter()
  const { employees, last_file, expected_files, end_user, id } = integration
  const at = (moment: string): string => format.dateTime(new Date(moment), { dateStyle: 'medium', timeStyle: 'short' })
  const expected = expected_files.find(({ dataset }) => dataset === 'employees')?.expected_by
  return (
    <Facts
      isCopied={false}
      facts={[
        { id: 'people', name: t('people'), value: employees === null ? t('noPeople') : format.number(employees) },
        {
          id: 'last',
          name: t('lastFile'),
          value: last_file ? `${last_file.name}, ${at(last_file.received_at)}` : t('noFile'),
        },
        ...(expected ? [{ id: 'next', name: t('nextFile'), value: at(expected) }] : []),
        ...(end_user.origin_id === null ? [] : [{ id: 'origin', name: t('origin'), value: end_user.origin_id }]),
        { id: 'id', name: t('id'), value: id },
      ]}
    />
  )
}

/** How an integration stands, what is to be done about it, and what happened lately. */
export const Overview = () => {
  const t = useTranslations('dashboard.integration')
  const { data: integration } = useIntegration()
  if (!integration) return null
  return (
    <Page
      title={t('title', { organization: integration.end_user.organization_name })}
      actions={
        <>
          <LinkButton integration={integration} kind="setup" />
          <LinkButton integration={integration} kind="relink" />
        </>
      }
    >
      <AttentionList integration={integration} />
      <Glance integration={integration} />
      <Timeline />
    </Page>
  )
}
