import { Link, useLocation } from '@tanstack/react-router'
import { useContext, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { LanguageContext } from '../ui/language.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { useManage } from './manage.ts'
import { type Place, places } from './places.ts'

const PlaceLinks = ({ group, of }: { readonly group: string; readonly of: readonly Place[] }) => {
  const t = useTranslations('dashboard.shell')
  return (
    <div className="place-group">
      <p className="place-group-name" id={`places-${group}`}>
        {group === 'customers' ? t('groups.customers') : t('groups.environment')}
      </p>
      <ul aria-labelledby={`places-${group}`}>
        {of.map(({ id, to }) => (
          <li key={id}>
            <Link to={to} className="place" activeProps={{ 'aria-current': 'page' }}>
              {t(`links.${id}`)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

const Account = () => {
  const t = useTranslations('dashboard.shell')
  const { me, session } = useManage()
  const { language, choose } = useContext(LanguageContext)
  return (
    <div className="account">
      <p className="account-name" title={me.id}>
        {me.name} <span className="muted">({t(me.role)})</span>
      </p>
      <LanguageChoice label={t('language')} value={language} onChange={choose} />
      <Button kind="quiet" size="small" onPress={() => session.signOut()}>
        {t('signOut')}
      </Button>
    </div>
  )
}

/** The parts of the dashboard. Where there is little room they are behind a button, which a page change closes again. */
export const Navigation = () => {
  const t = useTranslations('dashboard.shell')
  const { me } = useManage()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes to a page wants to see it.
  useEffect(() => setOpen(false), [pathname])
  const open = places.filter(({ isForAdmins }) => !isForAdmins || me.role === 'admin')
  return (
    <>
      <div className="menu-button">
        <Button aria-expanded={isOpen} aria-controls="places" onPress={() => setOpen(!isOpen)}>
          {t('menu')}
        </Button>
      </div>
      <div id="places" className="places" data-open={isOpen}>
        <nav aria-label={t('nav')}>
          {(['customers', 'environment'] as const).map((group) => (
            <PlaceLinks key={group} group={group} of={open.filter((place) => place.group === group)} />
          ))}
        </nav>
        <Account />
      </div>
    </>
  )
}
