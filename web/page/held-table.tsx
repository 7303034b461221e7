import { useTranslations } from 'use-intl'
import type { HeldRecord } from './held.ts'

type Props = { readonly label: string; readonly records: readonly HeldRecord[] }

/** Who is held, and why. */
export const HeldTable = ({ label, records }: Props) => {
  const t = useTranslations('page.held')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="table-frame" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('id')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ id, name, remote_id, cause, kept }) => (
            <tr key={id}>
              <th scope="row">{name ?? remote_id}</th>
              <td>{remote_id}</td>
              <td>{kept ? t('kept') : t(`causes.${cause}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
