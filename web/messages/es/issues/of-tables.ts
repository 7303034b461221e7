import type { tableSentences } from '#core/issues/sentences/of-tables.ts'
import type { Sentences } from '../../sentences.ts'

const nothing = 'No se ha aplicado nada de él.'
const asCsv = 'Cambie la exportación a CSV, o a una lista con un objeto por persona, y súbala otra vez.'

export const ofTables: Sentences<keyof typeof tableSentences> = {
  encodingGuessed: {
    message: 'El texto se ha leído como {encoding}, a juzgar por sus caracteres: el archivo no dice qué es.',
    fix: 'No hay que hacer nada si los nombres con acentos se ven bien. Si no, exporte UTF-8 o indique la codificación en la asignación.',
  },
  jsonUnreadable: {
    message: `El archivo empieza como JSON, pero más abajo incumple sus reglas. ${nothing}`,
    fix: 'Exporte el archivo otra vez y súbalo entero.',
  },
  jsonTooDeep: {
    message: `El JSON está anidado en más de {limit} niveles, y ninguna lista de personas lo está. ${nothing}`,
    fix: asCsv,
  },
  jsonTooWide: {
    message: `Los objetos del JSON tienen demasiadas claves distintas para ser columnas. ${nothing}`,
    fix: 'Exporte una lista de personas, no un objeto con una clave por persona.',
  },
  recordsAbsent: {
    message: `El JSON no contiene ninguna lista de objetos de los que hacer filas. ${nothing}`,
    fix: asCsv,
  },
  recordsMissing: {
    message: 'El JSON no contiene ninguna lista de objetos en «{records}», donde la espera la asignación.',
    fix: 'Revise la exportación o indique otro lugar en la asignación. Hay listas en: {found}.',
  },
  recordsChosen: {
    message: 'Las filas se han leído de la lista «{records}». El archivo contiene también otras listas: {others}.',
    fix: 'No hay que hacer nada si es la correcta. Si no, indique la correcta en la asignación.',
  },
  workbookUnreadable: {
    message: `El libro está dañado o no está hecho como los que guarda Excel. ${nothing}`,
    fix: 'Ábralo en Excel y guárdelo otra vez como .xlsx, o suba un CSV.',
  },
  workbookProtected: {
    message: `El libro está protegido con una contraseña que aquí nadie conoce. ${nothing}`,
    fix: 'Guárdelo sin contraseña. SFTP lo cifra en el camino; PGP lo protege aún más.',
  },
  sheetsAbsent: {
    message: `El libro no tiene ninguna hoja visible con celdas. ${nothing}`,
    fix: 'Revise la exportación y suba el libro otra vez.',
  },
  sheetMissing: {
    message: 'El libro no tiene la hoja «{sheet}», que la asignación espera.',
    fix: 'Revise la exportación o indique otra hoja en la asignación. El libro tiene: {sheets}.',
  },
  sheetOnly: {
    message: 'La hoja se llama «{sheet}» y no «{expected}», como dice la asignación. Es la única, así que se ha leído.',
    fix: 'No hay que hacer nada si es así.',
  },
  sheetNamed: {
    message: 'Se ha leído la hoja «{sheet}», porque se llama como lo que contiene el archivo. Hay otras: {others}.',
    fix: 'No hay que hacer nada si es la correcta. Si no, indique la correcta en la asignación.',
  },
  cellsFar: {
    message: 'Se omitieron celdas muy a la derecha de la tabla: {cells}.',
    fix: 'Bórrelas de la hoja si están ahí por error; si no, mueva sus columnas junto a las demás.',
  },
  sheetLargest: {
    message: 'Se ha leído la hoja «{sheet}», porque es la más grande. Hay otras: {others}.',
    fix: 'No hay que hacer nada si es la correcta. Si no, indique la correcta en la asignación.',
  },
  encodingDoubted: {
    message: 'El texto se ha leído como {encoding}, como dice la asignación, pero parece UTF-8.',
    fix: 'Mire los nombres con acentos. Si se ven mal, deje que la codificación se detecte, o póngala en UTF-8 en la asignación.',
  },
  quotesEscaped: {
    message:
      'Las comillas dentro de las celdas llevan delante una barra invertida: {count} de las primeras, y ninguna está doblada.',
    fix: 'Nada que hacer si las celdas son correctas. Si no, indique las comillas en la asignación.',
  },
  quoteFound: {
    message: 'Las celdas están entre comillas simples: {count} de las primeras, y ninguna entre comillas dobles.',
    fix: 'Nada que hacer si las celdas se ven bien. Si no, indique las comillas en la asignación.',
  },
}
