import { useRef, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'

type Props = {
  readonly label: string
  /** Where what stands beside it says the label already. */
  readonly isLabelHidden?: boolean
  readonly help?: string
  readonly autoFocus?: boolean
  readonly placeholder?: string
  readonly value: string
  /** What is wrong with a text, in a sentence. */
  readonly problemWith: (text: string) => string | undefined
  /** Is told of no text in which something is wrong. */
  readonly onEnter: (text: string) => void
}

/** One line that counts when the field is left, or by the enter key; what is wrong with it stays to be put right. */
export const TextEntry = ({ label, isLabelHidden = false, help, value, problemWith, onEnter, ...props }: Props) => {
  const [typed, setTyped] = useState<string>()
  const text = typed ?? value
  const problem = typed === undefined || typed === value ? undefined : problemWith(typed)
  // A field that goes away with what was entered is left once more.
  const pending = useRef<string>(undefined)
  const type = (next: string): void => {
    pending.current = next
    setTyped(next)
  }
  const enter = (): void => {
    const next = pending.current
    if (next === undefined || problem !== undefined) return
    pending.current = undefined
    setTyped(undefined)
    if (next !== value) onEnter(next)
  }
  return (
    <TextField
      className="field"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={text}
      onChange={type}
      onBlur={enter}
      autoFocus={props.autoFocus ?? false}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
    >
      {!isLabelHidden && <Label>{label}</Label>}
      <Input
        className="input"
        placeholder={props.placeholder ?? ''}
        onKeyDown={({ key }) => key === 'Enter' && enter()}
      />
      {help !== undefined && (
        <Text slot="description" className="muted">
          {help}
        </Text>
      )}
      <FieldError className="error">{problem}</FieldError>
    </TextField>
  )
}
