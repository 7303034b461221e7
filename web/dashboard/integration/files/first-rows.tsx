import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import type { AnswerOf } from '../../call.ts'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { IssueGroups } from '../syncs/issue-groups.tsx'
import { keyOf, useWhich } from '../use-integration.ts'

type Rows = AnswerOf<'GET /manage/integrations/{integration_id}/files/{file_id}/rows'>

const Cells = ({ header, rows, file_name }: Rows) => {
  const t = useTranslations('dashboard.integration.files')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="table-frame cells" aria-label={t('rowsOf', { name: file_name })} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            {header.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name for sure, and stay where they are
              <th scope="col" key={index}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells stay where they are
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The first rows, once somebody asks for them: that they were seen is noted. */
export const FirstRows = ({ fileId }: { readonly fileId: string }) => {
  const t = useTranslations('dashboard.integration.files')
  const words = useTranslations('dashboard.parts')
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const [isAsked, setAsked] = useState(false)
  const { data, error } = useQuery({
    queryKey: keyOf(integrationId, 'rows', fileId),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/files/{file_id}/rows', { path: { ...path, file_id: fileId } }),
    enabled: isAsked,
    refetchInterval: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className="stack" aria-labelledby="first-rows">
      <h2 id="first-rows">{t('rows')}</h2>
      {!isAsked && (
        <>
          <p className="muted">{t('rowsText')}</p>
          <div className="row">
            <Button onPress={() => setAsked(true)}>{t('showRows')}</Button>
          </div>
        </>
      )}
      {error && <FailureNotice error={error} />}
      {isAsked && !data && !error && <Busy label={words('loading')} />}
      {data && data.rows.length > 0 && <Cells {...data} />}
      {data && data.rows.length === 0 && <IssueGroups issues={data.issues} />}
    </section>
  )
}
