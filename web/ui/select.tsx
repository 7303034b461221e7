import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { ChevronIcon } from './icons.tsx'

type Option = {
  readonly id: string
  readonly name: string
  /** Of the name, where it is not that of the page. */
  readonly lang?: string
}
type Props = {
  /** For screen readers; what is chosen says the rest. */
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (id: string) => void
}

export const Select = ({ label, options, value, onChange }: Props) => (
  <AriaSelect
    aria-label={label}
    className="select"
    value={value}
    onChange={(key) => key !== null && onChange(String(key))}
  >
    <Button className="button quiet">
      <SelectValue />
      <ChevronIcon />
    </Button>
    <Popover className="popover">
      <ListBox className="list" items={options}>
        {({ id, name, lang }) => (
          <ListBoxItem id={id} textValue={name} className="list-item" lang={lang}>
            {name}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </AriaSelect>
)
