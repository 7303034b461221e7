import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { useTranslations } from 'use-intl'
import type { Dataset } from '#core/files/datasets.ts'
import { useCall } from '../flow/flow-context.ts'
import { pageSettings } from '../flow/page-settings.ts'
import { useSetup } from '../flow/setup/setup.ts'
import { useWords } from '../flow/words.ts'
import { Busy } from '../ui/busy.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { StepTitle } from '../ui/step-title.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { hrefOf } from './place.ts'

const Editor = lazy(async () => ({ default: (await import('../flow/steps/file-mapping.tsx')).FileMappingStep }))

const edit = 'edit'

/** The mapping that is in use, else the one that waits to be approved. */
const DatasetColumns = ({ dataset }: { readonly dataset: Dataset }) => {
  const t = useTranslations('page.columns')
  const words = useWords()
  const call = useCall()
  const { data, error } = useQuery({
    queryKey: ['stored-mapping', dataset],
    queryFn: () => call('GET /flow/mappings/{dataset}', { path: { dataset } }),
  })
  const shown = data?.approved ?? data?.latest
  return (
    <section className="stack">
      <div className="row">
        <h2>{words.dataset(dataset)}</h2>
        {shown && (
          <span className={data?.approved ? 'badge good' : 'badge'}>{t(data?.approved ? 'inUse' : 'waiting')}</span>
        )}
      </div>
      {error && <FailureNotice error={error} />}
      {!data && !error && <Busy label={t('loading')} />}
      {shown && <ColumnsTable mapping={shown.mapping} />}
    </section>
  )
}

const Columns = () => {
  const t = useTranslations('page.columns')
  const page = useTranslations('page')
  const setup = useSetup()
  const mapped = setup?.datasets.filter(({ latest }) => latest > 0)
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('intro')}</p>
      {!setup && <Busy label={t('loading')} />}
      {setup?.approver === 'vendor' && (
        <p className="muted">{t('byVendor', { vendor: pageSettings.name ?? page('vendor') })}</p>
      )}
      {setup?.approver === 'customer' && setup.datasets.length > 0 && (
        <p>
          <a href={hrefOf('columns', edit)}>{t('change')}</a>
        </p>
      )}
      {mapped?.length === 0 && <p>{t('none')}</p>}
      {mapped?.map(({ dataset }) => (
        <DatasetColumns key={dataset} dataset={dataset} />
      ))}
    </>
  )
}

/** What is made of the columns of the files; where that is left to the customer, it can be changed. */
export const ColumnsSection = ({ detail }: { readonly detail: string | undefined }) =>
  detail === edit ? <Editor /> : <Columns />
