/** How systems write "nothing". What may mean something in some column is none of them: `NA` is a country, `none` a manager. */
const nothing =
  /^(?:#?n\/a|n\.a\.|n\/d|n\.d\.|s\/d|n\/c|n\.?v\.?t\.?|not available|nicht verfügbar|nicht vorhanden|non disponible|non disponibile|no disponible|niet beschikbaar|não disponível|null|<null>|\(null\)|nil|nan|-{1,3}|–|—|\(blank\)|\(leer\)|\(vide\))$/i

const longest = 20

/** Whether a cell says that there is no value. */
export const saysNothing = (text: string): boolean => text.length <= longest && nothing.test(text)
