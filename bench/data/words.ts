export const femaleNames = [
  'Käthe',
  'Jördis',
  'Zoë',
  'Anneliese',
  'Müşerref',
  'Sólveig',
  'Hildegard',
  'Bärbel',
] as const
export const maleNames = ['Jürgen', 'Björn', 'Łukasz', 'Sören', 'Günther', 'René', 'Kilian', 'Õie-Martin'] as const
export const lastNames = [
  'Müller',
  'Groß',
  'Özdemir',
  'Schäfer',
  'Weißenböck',
  'Löwenstein-Köhler',
  'Nuñez',
  'Çelik',
  'Wójcik',
  'von der Mühlen',
] as const
export const streets = ['Königsallee', 'Schloßstraße', 'Am Mühlgraben', 'Bäckergäßle', 'Lange Zeile'] as const
export const towns = [
  ['50667', 'Köln', 'Nordrhein-Westfalen'],
  ['80331', 'München', 'Bayern'],
  ['40213', 'Düsseldorf', 'Nordrhein-Westfalen'],
  ['37073', 'Göttingen', 'Niedersachsen'],
  ['99084', 'Erfurt', 'Thüringen'],
  ['20095', 'Hamburg', 'Hamburg'],
] as const
export const jobs = [
  'Sachbearbeiter:in Lohn & Gehalt',
  'Maschinenführer:in',
  'Softwareentwickler:in',
  'Leiter:in Qualitätssicherung',
  'Einkäufer:in',
  'Pflegefachkraft',
] as const
export const units = ['Personal', 'Einkauf', 'Fertigung', 'Qualität', 'Vertrieb Süd', 'Forschung', 'Küche'] as const
export const companies = ['Rheingold Präzision GmbH', 'Rheingold Süd GmbH & Co. KG', 'Überlandwerk AG'] as const
export const notes = [
  'Schlüssel "Nordtor" ausgegeben;\nRückgabe offen',
  'Bildungsurlaub beantragt\nTeilzeit ab Herbst möglich',
  'Ersthelfer:in\n"Brandschutz" bis 2027;\ngültig für Werk 2',
] as const
