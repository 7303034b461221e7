import { countryCodes } from './country-codes.ts'
import { remembering } from './enumeration.ts'
import { namedCode } from './named-code.ts'
import type { ValueReader } from './reading.ts'
import { wordKey } from './word-key.ts'

const languages = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pt']

/** What people and lists of ISO write for countries beside their usual names, and the letters on their number plates. */
const otherNames: Readonly<Record<string, string>> = {
  GB: 'u k|great britain|united kingdom of great britain and northern ireland|england|scotland|wales|northern ireland|schottland|nordirland|großbritannien|gran bretagna|grande bretagne|gran bretaña|groot brittannië|grã bretanha|inghilterra|inglaterra|angleterre',
  US: 'u s|u s a|united states of america|america|amerika|vereinigte staaten von amerika|états unis d amérique|stati uniti d america|estados unidos de américa|eeuu|ee uu|verenigde staten van amerika|estados unidos da américa|eua|e u a',
  NL: 'holland|the netherlands|kingdom of the netherlands|niederlande|paesi bassi|olanda|holanda|hollande',
  CZ: 'czech republic|tschechische republik|tschechei|république tchèque|repubblica ceca|república checa|república tcheca|tsjechische republiek',
  DE: 'brd|bundesrepublik deutschland|federal republic of germany|germany federal republic of|d',
  AT: 'a|republik österreich|republic of austria',
  CH: 'schweizerische eidgenossenschaft|swiss confederation',
  FR: 'f|république française',
  IT: 'i|repubblica italiana',
  ES: 'e|reino de españa',
  BE: 'b',
  LU: 'l',
  PT: 'p',
  SE: 's',
  NO: 'n',
  HU: 'h',
  LI: 'fl',
  SI: 'slo',
  IE: 'republic of ireland|eire|éire',
  SK: 'slovak republic|slowakische republik|república eslovaca',
  PL: 'republic of poland|republik polen',
  TR: 'turkey|türkei|turquie|turchia|turquía|turkije|turquia',
  RU: 'russian federation|russische föderation|fédération de russie|federazione russa|federación de rusia|russische federatie|federação russa',
  BY: 'weißrussland|biélorussie|bielorussia|bielorrusia|wit rusland|bielorrússia',
  MD: 'moldawien|republic of moldova|moldova republic of',
  MK: 'macedonia|mazedonien|macédoine|macedonië|republic of north macedonia|macedonia the former yugoslav republic of',
  BA: 'bosnia and herzegovina|bosnien herzegowina|bosnien',
  KR: 'south korea|republic of korea|korea republic of|republik korea|corée du sud',
  KP: 'korea democratic people s republic of',
  CN: 'prc|p r china|vr china|volksrepublik china|people s republic of china',
  TW: 'taiwan province of china',
  VN: 'viet nam|viêt nam',
  IR: 'iran islamic republic of|islamic republic of iran',
  SY: 'syrian arab republic',
  AE: 'uae|u a e|vae',
  TZ: 'tanzania united republic of',
  VE: 'venezuela bolivarian republic of',
  BO: 'bolivia plurinational state of',
  LA: 'lao people s democratic republic',
  BN: 'brunei darussalam',
  CV: 'cabo verde|kapverden',
  CD: 'congo the democratic republic of the|democratic republic of the congo|demokratische republik kongo|dr kongo|rd congo|rdc',
  MM: 'burma|birma',
  SZ: 'swaziland|swasiland',
  PS: 'palestine state of',
  VA: 'holy see|holy see vatican city state|vatican|vatikan',
  CI: 'ivory coast|elfenbeinküste',
}

const namesOf = (): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const shown = languages.flatMap((language) =>
    (['long', 'short'] as const).map((style) => new Intl.DisplayNames([language], { type: 'region', style })),
  )
  for (const [alpha2] of countryCodes)
    for (const name of shown.map((each) => each.of(alpha2) ?? ''))
      names.set(wordKey(name), alpha2).set(wordKey(name.replace('&', 'and')), alpha2)
  for (const [alpha2, others] of Object.entries(otherNames))
    for (const name of others.split('|')) names.set(wordKey(name), alpha2)
  // A code is itself, whatever it may be short for: in Italian, `RU` is the United Kingdom.
  for (const [alpha2, alpha3, number] of countryCodes)
    for (const code of [alpha2, alpha3, number, String(Number(number))]) names.set(wordKey(code), alpha2)
  return names
}

let known: ReadonlyMap<string, string> | undefined

/** A country as its two letters of ISO 3166-1, by its codes and its names in seven languages; any other text stays as it is and is reported. */
export const readCountry: ValueReader = remembering((text) => {
  known ??= namesOf()
  const names = known
  return namedCode(text, (name) => names.get(wordKey(name))) ?? { code: 'VALUE_UNKNOWN', value: text }
})
