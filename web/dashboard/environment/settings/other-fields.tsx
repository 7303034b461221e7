import { useTranslations } from 'use-intl'
import { Notice } from '../../../ui/notice.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { SettingsForm } from './settings-form.ts'

const pgpModes = ['off', 'optional', 'required'] as const

/** Who may embed the flows, how long files are kept, and whether they may be encrypted. */
export const OtherFields = ({ form }: { readonly form: SettingsForm }) => {
  const t = useTranslations('dashboard.environment.settings')
  const isWrong = form.days.trim() !== '' && !/^\d{1,4}$/.test(form.days.trim())
  const modes = pgpModes.map((id) => ({ id, name: t(`pgpModes.${id}`) }))
  const choose = (id: string) => form.setPgp(pgpModes.find((mode) => mode === id) ?? 'off')
  return (
    <>
      <section className="stack">
        <h2>{t('embedding')}</h2>
        <TextArea
          label={t('origins')}
          description={t('originsHint')}
          placeholder="https://app.example.com"
          value={form.origins}
          onChange={form.setOrigins}
          error={undefined}
        />
      </section>
      <section className="stack">
        <h2>{t('retention')}</h2>
        <TextField
          label={t('days')}
          value={form.days}
          onChange={form.setDays}
          error={isWrong ? t('daysWrong') : undefined}
        />
        <p className="muted">{t('daysHint')}</p>
        {form.days.trim() === '0' && <Notice kind="warn">{t('noDays')}</Notice>}
      </section>
      <section className="stack">
        <h2>{t('encryption')}</h2>
        <Radios label={t('pgp')} options={modes} value={form.pgp} onChange={choose} />
      </section>
    </>
  )
}
