import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import type { Dataset } from '#core/files/datasets.ts'
import { useFieldWords } from '../../mapping/field-words.ts'
import { Busy } from '../../ui/busy.tsx'
import type { AnswerOf } from '../call.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { keyOf, useWhich } from '../integration/use-integration.ts'
import { useManage } from '../manage.ts'
import { useSaySources } from './say-sources.ts'
import { useWishes } from './use-wishes.ts'

type Diff = AnswerOf<'GET /manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}/diff'>

type Props = { readonly dataset: Dataset; readonly version: number; readonly against: number | undefined }

const Changes = ({ dataset, diff }: { readonly dataset: Dataset; readonly diff: Diff }) => {
  const t = useTranslations('dashboard.mapping.diff')
  const format = useFormatter()
  const { ownFields } = useWishes(dataset)
  const words = useFieldWords(dataset, ownFields)
  const say = useSaySources()
  const { id, dialect, joins, mode, rows: severalRows, fields } = diff
  const general =
    diff.against === 0
      ? []
      : [
          ...(dialect ? [t('dialect')] : []),
          ...(joins ? [t('joins')] : []),
          ...(mode ? [t('mode')] : []),
          ...(severalRows ? [t('rows')] : []),
        ]
  const rows = [
    ...(id ? [{ name: t('id'), before: format.list(id.before), after: format.list(id.after) }] : []),
    ...fields.map(({ field, before, after }) => ({ name: words(field), before: say(before), after: say(after) })),
  ]
  if (general.length + rows.length === 0) return <p>{t('same')}</p>
  return (
    <>
      {general.length > 0 && (
        <ul>
          {general.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
        <section className="table-frame" aria-label={t('fields')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('before')}</th>
                <th scope="col">{t('after')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, before, after }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}

/** How a version differs from another, in words. */
export const VersionDiff = ({ dataset, version, against }: Props) => {
  const t = useTranslations('dashboard.mapping.diff')
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(integrationId, 'diff', dataset, version, against ?? null),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}/diff', {
        path: { ...path, dataset, version: String(version) },
        query: { against },
      }),
  })
  if (error) return <FailureNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Busy label={t('comparing')} />
  return (
    <section className="panel" aria-labelledby="version-diff">
      <h2 id="version-diff">
        {data.against === 0 ? t('first', { version }) : t('title', { version, against: data.against })}
      </h2>
      <Changes dataset={dataset} diff={data} />
    </section>
  )
}
