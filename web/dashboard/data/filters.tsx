import { useEffect, useId, useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { useUnified } from '../../mapping/unified-values.ts'
import { Button } from '../../ui/button.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ModelView } from './models.ts'
import type { Filters } from './search.ts'
import { useGroups } from './use-records.ts'

type Props = {
  readonly view: ModelView
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** Nobody searches for half a word: the server is asked once the typing rests. */
const askAfterMs = 400

const Search = ({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) => {
  const t = useTranslations('dashboard.data.filters')
  const [text, setText] = useState(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed begins the wait
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onChange(text.trim()), askAfterMs)
    return () => clearTimeout(timer)
  }, [text])
  // The address may say something else by now: by the button that goes back.
  useEffect(() => setText(value), [value])
  return (
    <SearchField
      value={text}
      onChange={setText}
      onSubmit={(all) => onChange(all.trim())}
      className="field record-search"
    >
      <Label>{t('search')}</Label>
      <Input className="input" placeholder={t('searchFor')} />
    </SearchField>
  )
}

const any = 'any'

const Statuses = ({ view, filters, onChange }: Props) => {
  const t = useTranslations('dashboard.data.filters')
  const unified = useUnified()
  if (view.statuses.length === 0) return null
  return (
    <Select
      label={t('status')}
      value={filters.status ?? any}
      onChange={(id) => onChange({ ...filters, status: id === any ? undefined : id })}
      options={[{ id: any, name: t('anyStatus') }, ...view.statuses.map((id) => ({ id, name: unified(id) }))]}
    />
  )
}

const Groups = ({ view, filters, onChange }: Props) => {
  const t = useTranslations('dashboard.data.filters')
  const isOfPeople = view.model === 'hris_employees'
  const { data } = useGroups(isOfPeople)
  if (!isOfPeople) return null
  const groups = data?.results.map(({ id, name, remote_id }) => ({ id, name: name ?? remote_id ?? id })) ?? []
  return (
    <Picker
      label={t('group')}
      placeholder={t('anyGroup')}
      value={filters.group ?? any}
      onChange={(id) => onChange({ ...filters, group: id === any ? undefined : id })}
      options={[{ id: any, name: t('anyGroup') }, ...groups]}
      find={{ label: t('findGroup'), nothing: t('noGroup') }}
    />
  )
}

const Removed = ({ filters, onChange }: Omit<Props, 'view'>) => {
  const t = useTranslations('dashboard.data.filters')
  return (
    <Select
      label={t('removed')}
      value={filters.deleted ?? any}
      onChange={(id) => onChange({ ...filters, deleted: id === 'with' || id === 'only' ? id : undefined })}
      options={[
        { id: any, name: t('withoutRemoved') },
        { id: 'with', name: t('withRemoved') },
        { id: 'only', name: t('onlyRemoved') },
      ]}
    />
  )
}

/** What is looked for; all of it stands in the address. */
export const RecordFilters = ({ view, filters, onChange }: Props) => {
  const t = useTranslations('dashboard.data.filters')
  const more = useId()
  const { q: _, ...others } = filters
  // Where there is little room, whoever filters already sees by what.
  const [isOpen, setOpen] = useState(Object.values(others).some((value) => value !== undefined))
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <search className="record-filters">
      <Search value={filters.q ?? ''} onChange={(q) => onChange({ ...filters, q: q === '' ? undefined : q })} />
      <div className="filters-toggle">
        <Button size="small" aria-expanded={isOpen} aria-controls={more} onPress={() => setOpen(!isOpen)}>
          {t('more')}
        </Button>
      </div>
      <div id={more} className="more-filters" data-open={isOpen}>
        <Statuses view={view} filters={filters} onChange={onChange} />
        <Groups view={view} filters={filters} onChange={onChange} />
        <Removed filters={filters} onChange={onChange} />
        <TextField
          label={t('since')}
          type="date"
          value={filters.since ?? ''}
          onChange={(since) => onChange({ ...filters, since: since === '' ? undefined : since })}
          error={undefined}
        />
      </div>
      {isFiltered && (
        <Button kind="quiet" onPress={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </search>
  )
}
