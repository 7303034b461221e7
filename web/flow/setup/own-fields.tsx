import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { type Dataset, datasets, datasetTraits } from '#core/files/datasets.ts'
import { failureOf } from '../../api/failure.ts'
import { useFind } from '../../mapping/use-find.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import type { CustomFields } from '../api.ts'
import { useCall } from '../flow-context.ts'
import { useWords } from '../words.ts'

type Field = CustomFields['fields'][number]
type Column = CustomFields['columns'][number]

const datasetOf = (model: string): Dataset | undefined => datasets.find((each) => datasetTraits[each].model === model)

/** Some values of each column, by model and name. */
const useExamples = (fields: readonly Field[]): ReadonlyMap<string, readonly string[]> => {
  const call = useCall()
  const models = [...new Set(fields.map(({ model }) => model))]
  const files = useQueries({
    queries: models.map((model) => ({
      queryKey: ['examples', model],
      queryFn: async () => {
        const { columns } = await call('POST /flow/understand', { body: { dataset: datasetOf(model) } })
        return columns.map(({ name, examples }) => [`${model} ${name}`, examples] as const)
      },
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
    })),
  })
  return new Map(files.flatMap(({ data }) => data ?? []))
}

const useChoose = () => {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ field, column }: { readonly field: Field; readonly column: string | null }) =>
      call('PUT /flow/custom-fields/{custom_field_id}', {
        path: { custom_field_id: field.id },
        body: { column_id: column, based_on: field.column_id },
      }),
    onSuccess: (data) => client.setQueryData(['custom-fields'], data),
    onError: () => client.invalidateQueries({ queryKey: ['custom-fields'] }),
  })
}

const nothingId = 'nothing'

type RowProps = {
  readonly field: Field
  readonly columns: readonly Column[]
  readonly examplesOf: (column: Column) => readonly string[]
  readonly onChoose: (column: string | null) => void
}

const FieldLine = ({ field, columns, examplesOf, onChoose }: RowProps) => {
  const t = useTranslations('setup.fields')
  const find = useFind()
  const name = field.label ?? field.key
  const chosen = columns.find(({ id }) => id === field.column_id)
  const examples = chosen ? examplesOf(chosen) : []
  const options = columns.map((column) => ({
    id: column.id,
    name: column.name,
    hint: examplesOf(column).slice(0, 2).join(', '),
  }))
  return (
    <li className="map-row">
      <div className="map-field">
        <strong>{name}</strong>
        {field.description !== null && <p className="muted">{field.description}</p>}
      </div>
      <div className="map-source">
        <Picker
          label={t('columnFor', { field: name })}
          options={[{ id: nothingId, name: t('nothing') }, ...options]}
          value={field.column_id ?? nothingId}
          placeholder={t('nothing')}
          find={find}
          onChange={(id) => onChoose(id === nothingId ? null : id)}
        />
        {examples.length > 0 && <p className="muted">{t('examples', { examples: examples.join(', ') })}</p>}
      </div>
    </li>
  )
}

/** Every field of the vendor with the column that fills it. */
export const OwnFields = ({ fields, columns }: CustomFields) => {
  const t = useTranslations('setup.fields')
  const words = useWords()
  const examples = useExamples(fields)
  const choose = useChoose()
  const models = [...new Set(fields.map(({ model }) => model))]
  const isChanged = choose.error && failureOf(choose.error).code === 'FLOW.CHANGED_MEANWHILE'
  return (
    <>
      {isChanged && <Notice kind="warn">{t('changed')}</Notice>}
      {choose.error && !isChanged && <FailureNotice error={choose.error} />}
      {models.map((model) => (
        <section key={model} className="stack">
          {models.length > 1 && <h2>{words.dataset(datasetOf(model) ?? model)}</h2>}
          <ul className="map-rows">
            {fields
              .filter((field) => field.model === model)
              .map((field) => (
                <FieldLine
                  key={field.id}
                  field={field}
                  columns={columns.filter((column) => column.model === model)}
                  examplesOf={({ name }) => examples.get(`${model} ${name}`) ?? []}
                  onChoose={(column) => choose.mutate({ field, column })}
                />
              ))}
          </ul>
        </section>
      ))}
      <p className="muted" role="status">
        {choose.isPending ? t('saving') : choose.isSuccess ? t('saved') : t('savedAtOnce')}
      </p>
    </>
  )
}
