import { CopyButton } from './copy-button.tsx'

type Fact = { readonly id: string; readonly name: string; readonly value: string }
type Props = {
  readonly facts: readonly Fact[]
  /** Whether each value has a button that copies it. */
  readonly isCopied?: boolean
}

/** Names with values to be copied. */
export const Facts = ({ facts, isCopied = true }: Props) => (
  <dl className={isCopied ? 'facts' : 'facts short'}>
    {facts.map(({ id, name, value }) => (
      <div key={id}>
        <dt>{name}</dt>
        <dd>
          <code>{value}</code>
          {isCopied && <CopyButton text={value} what={name} />}
        </dd>
      </div>
    ))}
  </dl>
)
