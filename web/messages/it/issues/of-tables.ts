import type { tableSentences } from '#core/issues/sentences/of-tables.ts'
import type { Sentences } from '../../sentences.ts'

const nothing = 'Non ne è stato applicato nulla.'
const asCsv = 'Imposta l’esportazione su CSV, o su un elenco con un oggetto per ogni persona, e caricala di nuovo.'

export const ofTables: Sentences<keyof typeof tableSentences> = {
  encodingGuessed: {
    message: 'Il testo è stato letto come {encoding}, a giudicare dai caratteri: il file non dice che cosa sia.',
    fix: 'Non c’è nulla da fare se i nomi con gli accenti sono giusti. Altrimenti esporta in UTF-8 o indica la codifica nell’abbinamento.',
  },
  jsonUnreadable: {
    message: `Il file comincia come JSON, ma più sotto ne viola le regole. ${nothing}`,
    fix: 'Esporta di nuovo il file e caricalo per intero.',
  },
  jsonTooDeep: {
    message: `Il JSON è annidato per più di {limit} livelli: nessun elenco di persone lo è. ${nothing}`,
    fix: asCsv,
  },
  jsonTooWide: {
    message: `Gli oggetti nel JSON hanno troppe chiavi diverse per essere colonne. ${nothing}`,
    fix: 'Esporta un elenco di persone, non un oggetto con una chiave per ogni persona.',
  },
  recordsAbsent: {
    message: `Il JSON non contiene alcun elenco di oggetti da cui ricavare righe. ${nothing}`,
    fix: asCsv,
  },
  recordsMissing: {
    message: 'Il JSON non contiene alcun elenco di oggetti in «{records}», dove l’abbinamento lo aspetta.',
    fix: 'Controlla l’esportazione o indica un altro punto nell’abbinamento. Ci sono elenchi in: {found}.',
  },
  recordsChosen: {
    message: 'Le righe sono state lette dall’elenco «{records}». Il file contiene anche altri elenchi: {others}.',
    fix: 'Non c’è nulla da fare se è quello giusto. Altrimenti indica quello giusto nell’abbinamento.',
  },
  workbookUnreadable: {
    message: `La cartella di lavoro è danneggiata o non è fatta come quelle che salva Excel. ${nothing}`,
    fix: 'Aprila in Excel e salvala di nuovo come .xlsx, oppure carica un CSV.',
  },
  workbookProtected: {
    message: `La cartella di lavoro è protetta da una password che qui nessuno conosce. ${nothing}`,
    fix: 'Salvala senza password. SFTP la cifra durante il trasporto; PGP la protegge ancora di più.',
  },
  sheetsAbsent: {
    message: `La cartella di lavoro non ha alcun foglio visibile con celle. ${nothing}`,
    fix: 'Controlla l’esportazione e carica di nuovo la cartella di lavoro.',
  },
  sheetMissing: {
    message: 'La cartella di lavoro non ha il foglio «{sheet}» che l’abbinamento aspetta.',
    fix: 'Controlla l’esportazione o indica un altro foglio nell’abbinamento. La cartella contiene: {sheets}.',
  },
  sheetOnly: {
    message:
      'Il foglio si chiama «{sheet}» e non «{expected}» come dice l’abbinamento. È l’unico, perciò è stato letto.',
    fix: 'Non c’è nulla da fare se è così.',
  },
  sheetNamed: {
    message:
      'È stato letto il foglio «{sheet}», perché si chiama come ciò che il file contiene. Ce ne sono altri: {others}.',
    fix: 'Non c’è nulla da fare se è quello giusto. Altrimenti indica quello giusto nell’abbinamento.',
  },
  cellsFar: {
    message: 'Le celle molto a destra della tabella sono state tralasciate: {cells}.',
    fix: 'Eliminale dal foglio se ci sono per errore; altrimenti sposta le loro colonne accanto alle altre.',
  },
  sheetLargest: {
    message: 'È stato letto il foglio «{sheet}», perché è il più grande. Ce ne sono altri: {others}.',
    fix: 'Non c’è nulla da fare se è quello giusto. Altrimenti indica quello giusto nell’abbinamento.',
  },
  encodingDoubted: {
    message: 'Il testo è stato letto come {encoding}, come dice l’abbinamento, ma sembra UTF-8.',
    fix: 'Guarda i nomi con accenti. Se sono illeggibili, lascia riconoscere la codifica, o impostala su UTF-8 nell’abbinamento.',
  },
  quotesEscaped: {
    message:
      'Le virgolette nelle celle hanno davanti una barra rovesciata: {count} tra le prime, e nessuna è raddoppiata.',
    fix: 'Niente da fare se le celle sono giuste. Altrimenti indica le virgolette nell’abbinamento.',
  },
  quoteFound: {
    message: 'Le celle sono tra apici singoli: {count} delle prime, e nessuna tra virgolette doppie.',
    fix: 'Niente da fare se le celle sono giuste. Altrimenti indica le virgolette nell’abbinamento.',
  },
}
