import {
  Select as AriaSelect,
  Autocomplete,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  SelectValue,
  useFilter,
} from 'react-aria-components'
import { ChevronIcon } from './icons.tsx'

type Option = { readonly id: string; readonly name: string; readonly hint?: string }
type Props = {
  /** For screen readers; what stands beside it says the same. */
  readonly label: string
  readonly options: readonly Option[]
  /** null: nothing is chosen. */
  readonly value: string | null
  readonly onChange: (id: string) => void
  readonly placeholder: string
  /** What the field is called by which long lists are searched. */
  readonly find: { readonly label: string; readonly nothing: string }
  readonly isInvalid?: boolean
}

const longList = 10

const Options = ({ options, nothing }: Pick<Props, 'options'> & { readonly nothing: string }) => (
  <ListBox className="list" items={options} renderEmptyState={() => <p className="muted list-empty">{nothing}</p>}>
    {({ id, name, hint }) => (
      <ListBoxItem id={id} textValue={name} className="list-item">
        {name}
        {hint !== undefined && hint !== '' && <span className="muted list-hint">{hint}</span>}
      </ListBoxItem>
    )}
  </ListBox>
)

/** One of many, with a search where there are many. */
export const Picker = ({ label, options, value, onChange, placeholder, find, isInvalid = false }: Props) => {
  const { contains } = useFilter({ sensitivity: 'base' })
  return (
    <AriaSelect
      aria-label={label}
      className="picker"
      placeholder={placeholder}
      value={value}
      isInvalid={isInvalid}
      onChange={(key) => key !== null && onChange(String(key))}
    >
      <Button className="picker-button">
        <SelectValue>{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronIcon />
      </Button>
      <Popover className="popover picker-popover" maxHeight={360}>
        {options.length > longList ? (
          <Autocomplete filter={contains}>
            <SearchField aria-label={find.label} autoFocus className="picker-search">
              <Input className="input" placeholder={find.label} />
            </SearchField>
            <Options options={options} nothing={find.nothing} />
          </Autocomplete>
        ) : (
          <Options options={options} nothing={find.nothing} />
        )}
      </Popover>
    </AriaSelect>
  )
}
