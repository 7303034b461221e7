import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import type { AnswerOf } from '../../call.ts'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { useRefresh, useWhich } from '../use-integration.ts'

type Scope = AnswerOf<'GET /manage/integrations/{integration_id}/scope'>

/** What a file must give, and what the vendor does without. */
export const Waivers = ({ scope: { required, waivers } }: { readonly scope: Scope }) => {
  const t = useTranslations('dashboard.integration.settings.scope')
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  const [point, setPoint] = useState<string>()
  const waive = async (reason: string): Promise<void> => {
    await call('POST /manage/integrations/{integration_id}/waivers', {
      path,
      body: { data_point: point ?? '', reason },
    })
    await refresh()
  }
  const waived = new Map(waivers.map((each) => [each.data_point, each]))
  return (
    <>
      <h3>{t('required')}</h3>
      <p className="muted">{t('requiredHint')}</p>
      {required.length === 0 && <p>{t('nothingRequired')}</p>}
      <ul className="plain-list">
        {required.map((each) => (
          <li key={each} className="row">
            <code>{each}</code>
            {waived.has(each) ? (
              <span className="muted">
                {t('waived', { reason: waived.get(each)?.reason ?? '' })}{' '}
                <Moment at={waived.get(each)?.waived_at ?? ''} />
              </span>
            ) : (
              <Button size="small" onPress={() => setPoint(each)} aria-label={t('waiveThis', { point: each })}>
                {t('waive')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {point !== undefined && (
        <Confirm
          title={t('waiveThis', { point })}
          action={t('waiveNow')}
          asksReason
          onConfirm={waive}
          onClose={() => setPoint(undefined)}
        >
          <p>{t('waiveText')}</p>
        </Confirm>
      )}
    </>
  )
}
