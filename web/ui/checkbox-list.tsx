import { useState } from 'react'
import { Checkbox, CheckboxGroup, FieldError, Input, Label, SearchField, useFilter } from 'react-aria-components'
import { CheckIcon } from './icons.tsx'

type Option = { readonly id: string; readonly name: string; readonly hint: string }
type Props = {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly find: { readonly label: string; readonly nothing: string }
  readonly error: string | undefined
}

const longList = 12

/** Any of a list, with a search where it is long. */
export const CheckboxList = ({ label, options, value, onChange, find, error }: Props) => {
  const { contains } = useFilter({ sensitivity: 'base' })
  const [wanted, setWanted] = useState('')
  const shown = options.filter(({ name }) => contains(name, wanted))
  return (
    <CheckboxGroup
      className="checkboxes"
      value={[...value]}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="label">{label}</Label>
      {options.length > longList && (
        <SearchField aria-label={find.label} value={wanted} onChange={setWanted}>
          <Input className="input" placeholder={find.label} />
        </SearchField>
      )}
      <div className="checkbox-rows">
        {shown.map(({ id, name, hint }) => (
          <Checkbox key={id} value={id} className="checkbox">
            <span className="checkbox-mark" aria-hidden="true">
              <CheckIcon />
            </span>
            <span className="grow">{name}</span>
            <span className="muted">{hint}</span>
          </Checkbox>
        ))}
        {shown.length === 0 && <p className="muted">{find.nothing}</p>}
      </div>
      <FieldError className="error">{error}</FieldError>
    </CheckboxGroup>
  )
}
