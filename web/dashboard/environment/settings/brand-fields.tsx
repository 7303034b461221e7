import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { contrastOf, readableOn } from '../../../ui/brand.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { SettingsForm } from './settings-form.ts'

/** The surfaces of the flows, light and dark. */
const surfaces = ['#ffffff', '#181b23']
/** What WCAG asks of controls against what is around them. */
const leastContrast = 3
/** As an address of its own data it is a third longer, and the server takes a hundred thousand characters. */
const maxLogoBytes = 74_000

const isColor = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text.trim())

const readAsAddress = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('unreadable'))
    reader.readAsDataURL(file)
  })

const LogoChoice = ({ form }: { readonly form: SettingsForm }) => {
  const t = useTranslations('dashboard.environment.settings')
  const [trouble, setTrouble] = useState<string>()
  const take = async (files: FileList | null) => {
    const file = files?.[0]
    if (!file) return
    if (file.size > maxLogoBytes) return setTrouble(t('logoTooLarge'))
    setTrouble(undefined)
    form.setLogo(await readAsAddress(file))
  }
  const isData = form.logo.startsWith('data:')
  return (
    <>
      {!isData && <TextField label={t('logo')} value={form.logo} onChange={form.setLogo} error={undefined} />}
      <div className="row">
        <FileTrigger acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml']} onSelect={take}>
          <Button>{t('chooseLogo')}</Button>
        </FileTrigger>
        {form.logo !== '' && (
          <Button kind="quiet" onPress={() => form.setLogo('')}>
            {t('removeLogo')}
          </Button>
        )}
        <span className="error" role="alert">
          {trouble}
        </span>
      </div>
    </>
  )
}

const Preview = ({ form }: { readonly form: SettingsForm }) => {
  const t = useTranslations('dashboard.environment.settings')
  const fill = isColor(form.color) ? form.color.trim() : undefined
  const style = fill === undefined ? {} : { backgroundColor: fill, borderColor: fill, color: readableOn(fill) }
  return (
    <figure className="brand-preview" aria-label={t('preview')}>
      <figcaption className="muted">{t('preview')}</figcaption>
      <p className="row">
        {form.logo !== '' && <img src={form.logo} alt="" className="logo" />}
        <strong>{form.name === '' ? t('noName') : form.name}</strong>
      </p>
      <span className="button primary" style={style} aria-hidden="true">
        {t('previewButton')}
      </span>
    </figure>
  )
}

/** Name, logo and colour of the flows, with how they will look. */
export const BrandFields = ({ form }: { readonly form: SettingsForm }) => {
  const t = useTranslations('dashboard.environment.settings')
  const color = form.color.trim()
  const isWeak = isColor(color) && surfaces.some((surface) => contrastOf(color, surface) < leastContrast)
  return (
    <section className="stack">
      <h2>{t('branding')}</h2>
      <TextField label={t('name')} value={form.name} onChange={form.setName} error={undefined} />
      <LogoChoice form={form} />
      <TextField
        label={t('color')}
        value={form.color}
        onChange={form.setColor}
        error={color === '' || isColor(color) ? undefined : t('colorWrong')}
      />
      <label className="row">
        <input
          type="color"
          value={isColor(color) ? color.toLowerCase() : '#3447d4'}
          onChange={({ target }) => form.setColor(target.value)}
        />
        {t('pickColor')}
      </label>
      {isWeak && <Notice kind="warn">{t('contrast')}</Notice>}
      <Preview form={form} />
    </section>
  )
}
