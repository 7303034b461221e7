import { countryCodes } from './country-codes.ts'
import { remembering } from './enumeration.ts'
import type { ValueReader } from './reading.ts'
import { wordKey } from './word-key.ts'

const languages = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pt']

/** What people write for countries beside their official names and codes. */
const otherNames: Readonly<Record<string, string>> = {
  GB: 'uk|great britain|england|scotland|wales|northern ireland|großbritannien|gran bretagna|grande bretagne|gran bretaña|groot brittannië|grã bretanha',
  US: 'united states of america|u s a|america|vereinigte staaten von amerika|stati uniti d america|estados unidos de américa|eeuu|ee uu|verenigde staten van amerika|estados unidos da américa|eua',
  NL: 'holland|the netherlands|niederlande|paesi bassi|holanda',
  CZ: 'czech republic|tschechische republik|république tchèque|repubblica ceca|república checa|tsjechische republiek',
  DE: 'brd|bundesrepublik deutschland|federal republic of germany|d',
  AT: 'a|republik österreich',
  CH: 'schweizerische eidgenossenschaft',
  TR: 'turkey|türkei|turquie|turchia|turquía|turkije|turquia',
  RU: 'russian federation|russische föderation|fédération de russie',
  KR: 'south korea|republic of korea|südkorea|corée du sud',
  CI: 'ivory coast|elfenbeinküste',
}

const namesOf = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const shown = languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }))
  for (const [alpha2, alpha3, number] of countryCodes)
    for (const name of [alpha2, alpha3, number, String(Number(number)), ...shown.map((each) => each.of(alpha2) ?? '')])
      names.set(wordKey(name), alpha2)
  for (const [alpha2, others] of Object.entries(otherNames))
    for (const name of others.split('|')) names.set(wordKey(name), alpha2)
  return names
}

let known: ReadonlyMap<string, string> | undefined

/** A country as its two letters of ISO 3166-1, by its codes and its names in seven languages; any other text stays as it is. */
export const readCountry: ValueReader = remembering((text) => {
  known ??= namesOf()
  return known.get(wordKey(text)) ?? text
})
