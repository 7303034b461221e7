import { useTranslations } from 'use-intl'
import { FilesSection } from './files-section.tsx'
import { RowsSection } from './rows-section.tsx'

/** What only some mappings say of the whole file. */
export const FurtherChoices = () => {
  const t = useTranslations('mappingChoices')
  return (
    <section className="stack" aria-labelledby="map-further">
      <h2 id="map-further">{t('title')}</h2>
      <p className="muted">{t('help')}</p>
      <RowsSection />
      <FilesSection />
    </section>
  )
}
