import { useEffect, useRef, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { type ListedState, listedStates } from '#core/attention/listed-state.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { isFiltered, type ListSearch } from './search.ts'

type Props = { readonly search: ListSearch; readonly onChange: (search: ListSearch) => void }

const typingMs = 250

/** What is typed is asked for after a pause; an address that changes otherwise is shown here, too. */
const useTyped = ({ search, onChange }: Props) => {
  const inAddress = search.name ?? ''
  const [typed, setTyped] = useState(inAddress)
  const asked = useRef(inAddress)
  useEffect(() => {
    if (inAddress === asked.current) return
    asked.current = inAddress
    setTyped(inAddress)
  }, [inAddress])
  useEffect(() => {
    if (typed === asked.current) return undefined
    const timer = setTimeout(() => {
      asked.current = typed
      onChange({ ...search, name: typed === '' ? undefined : typed })
    }, typingMs)
    return () => clearTimeout(timer)
  }, [typed, search, onChange])
  return { typed, setTyped }
}

const any = 'any'
const isState = (id: string): id is ListedState => listedStates.some((state) => state === id)

/** By name, state and who has to do something. */
export const ListFilters = ({ search, onChange }: Props) => {
  const t = useTranslations('dashboard.integrations')
  const { typed, setTyped } = useTyped({ search, onChange })
  const states = [{ id: any, name: t('anyState') }, ...listedStates.map((id) => ({ id, name: t(`states.${id}`) }))]
  const owners = [
    { id: any, name: t('anyOwner') },
    { id: 'vendor', name: t('owners.vendor') },
    { id: 'customer', name: t('owners.customer') },
  ]
  return (
    <search className="filters" aria-label={t('filters')}>
      <SearchField aria-label={t('search')} className="filter-search" value={typed} onChange={setTyped}>
        <Input className="input" placeholder={t('search')} />
      </SearchField>
      <Select
        label={t('state')}
        options={states}
        value={search.state ?? any}
        onChange={(id) => onChange({ ...search, state: isState(id) ? id : undefined })}
      />
      <Select
        label={t('owner')}
        options={owners}
        value={search.owner ?? any}
        onChange={(id) => onChange({ ...search, owner: id === 'vendor' || id === 'customer' ? id : undefined })}
      />
      <Switch
        isSelected={search.attention === true}
        onChange={(isOn) => onChange({ ...search, attention: isOn ? true : undefined })}
      >
        {t('attention')}
      </Switch>
      {isFiltered(search) && (
        <Button kind="quiet" size="small" onPress={() => onChange({})}>
          {t('clear')}
        </Button>
      )}
    </search>
  )
}
