import type { fileSentences } from '#core/issues/sentences/of-files.ts'
import type { Sentences } from '../../sentences.ts'

const uploadAgain = 'Esporta di nuovo il file e caricalo di nuovo, per intero.'
const asCsv =
  'Imposta l’esportazione su CSV (virgola, punto e virgola o tabulazione tra le colonne) e caricala di nuovo.'
const switchNamesOn =
  'Attiva nell’esportazione i nomi delle colonne (intestazioni), in modo che siano la prima riga del file.'
const noTable = `Non contiene una tabella di testo. ${asCsv}`
const padded =
  'Se queste colonne devono contenere qualcosa, controlla l’esportazione: mancano separatori alla fine delle righe.'
const cellForEach =
  'Ogni riga ha bisogno di una cella per ogni colonna, anche vuota. Un a capo dentro una cella deve stare tra virgolette.'

export const ofFiles: Sentences<keyof typeof fileSentences> = {
  fileTooLarge: {
    message: 'Il file ha più di {rows} righe, più di quante ne accolga una sincronizzazione.',
    fix: 'Lascia fuori dall’esportazione chi non serve, oppure dividila per azienda e collega ogni parte per conto suo.',
  },
  fileTooLargeAlone: {
    message: 'Il file ha più di {rows} righe: troppe quando le righe vengono unite o dipendono l’una dall’altra.',
    fix: 'Esporta meno righe, oppure un file in cui ogni riga dica tutto della sua persona.',
  },
  fileTemporary: {
    message: 'I programmi danno questo nome a un file durante il caricamento, perciò non è stato letto.',
    fix: 'Non c’è nulla da fare se il programma poi lo rinomina. Se il file resta così, caricalo con il nome definitivo.',
  },
  fileNameUnclaimed: {
    message: 'Il nome non dice che cosa contiene il file, perciò non ne è stato applicato nulla.',
    fix: 'Chiama il file {names}; dopo la parola può esserci una data, come in employees-2026-01-31.csv. Oppure uniscilo a un altro file nell’abbinamento. Se il nome deve restare, il fornitore può indicarne la parola nell’integrazione (file_names); poi carica di nuovo il file.',
  },
  fileWithoutBytes: {
    message: 'Il file non ha contenuto (0 byte), perciò non è cambiato nulla.',
    fix: 'Controlla l’esportazione: forse non è riuscita, o ha caricato il file prima che fosse scritto. Poi caricalo di nuovo.',
  },
  fileBlank: { message: 'Il file è vuoto. Non è cambiato nulla.', fix: uploadAgain },
  fileGone: {
    message: 'Il file è stato cancellato o rinominato prima di poter essere letto, perciò non è cambiato nulla.',
    fix: 'Carica di nuovo il file e lascialo dov’è: i file ricevuti vengono tolti da soli.',
  },
  uploadBrokenOff: {
    message: 'Il caricamento si è interrotto: è arrivata solo una parte del file. Non viene usata.',
    fix: 'Fai caricare di nuovo il file dal sistema HR. Se succede spesso, cerca lì un limite di tempo o una connessione instabile.',
  },
  fileNotKept: {
    message: 'I dati andavano rifatti, ma il file da cui provengono non è più conservato.',
    fix: 'Carica di nuovo il file o aspetta il prossimo: sarà applicato con l’abbinamento e le impostazioni di allora.',
  },
  deltaChainBroken: {
    message:
      'I dati vengono da un file completo e dalle modifiche seguite, e uno di questi file non è più conservato o non conta. Nulla è stato applicato, perché nessuno può dire che cosa contenesse.',
    fix: 'Carica un file completo, con “full” nel nome (employees-full.csv): da lì si ricomincia.',
  },
  deltaChainTooLong: {
    message: 'All’ultimo file completo sono seguiti mille file di modifiche. Nulla è stato applicato.',
    fix: 'Carica un file completo, con “full” nel nome (employees-full.csv): da lì si ricomincia.',
  },
  deltaJoined: {
    message:
      'Il file contiene solo le modifiche, ma i file di questo tipo sono uniti ad altri. Nulla ne è stato applicato.',
    fix: 'Carica un file completo, oppure togli le unioni dall’abbinamento.',
  },
  fileSuperseded: {
    message: 'Un file più recente dello stesso tipo è stato applicato prima, perciò questo non è servito.',
    fix: 'Non c’è nulla da fare. Se invece è quello giusto, caricalo di nuovo.',
  },
  fileExcluded: {
    message: 'Ciò che questo file aveva portato è stato annullato e il file non viene più usato.',
    fix: 'Carica un file corretto. Se invece era quello giusto, caricalo di nuovo.',
  },
  fileBinary: {
    message: 'Il file non contiene testo leggibile, anche se il nome lo dice.',
    fix: 'Controlla che cosa vi ha scritto il sistema HR; carica l’esportazione in CSV.',
  },
  fileIsExcel: {
    message: 'Il file è una cartella di lavoro di un tipo che qui non si legge (come .xls, .xlsb o .ods).',
    fix: 'Salvala in Excel o nel sistema HR come .xlsx o come CSV e carica quel file.',
  },
  fileIsCompressed: {
    message: 'Il file è compresso in un modo che qui non viene letto.',
    fix: 'Comprimilo come .zip o .gz, oppure carica il file CSV stesso.',
  },
  fileIsEncrypted: {
    message: 'Il file è una chiave PGP, una firma o un testo firmato, non un file cifrato.',
    fix: 'Carica il file cifrato stesso, o il file CSV così com’è: SFTP lo cifra durante il trasferimento.',
  },
  fileIsXml: {
    message: 'Il file è XML o HTML, non una tabella di testo.',
    fix: `XML non si può leggere. ${asCsv}`,
  },
  fileIsPdf: { message: 'Il file è un documento PDF, non una tabella di testo.', fix: noTable },
  fileIsParquet: { message: 'Il file è un file Parquet, non una tabella di testo.', fix: noTable },
  fileIsPicture: { message: 'Il file è un’immagine, non una tabella di testo.', fix: noTable },
  fileIsResult: {
    message:
      'Il file è una tabella di risultati messa qui nella cartella, non un’esportazione. Non ne è stato applicato nulla.',
    fix: 'Carica l’esportazione del sistema HR. Le tabelle di risultati servono solo a leggerle e possono essere eliminate.',
  },
  headerTooLong: {
    message: 'Nella riga {row} dovrebbero esserci i nomi delle colonne, ma è troppo lunga per questo.',
    fix: 'Controlla che la prima riga contenga i nomi delle colonne e finisca con un a capo.',
  },
  headerBlank: {
    message: 'Nella riga {row} dovrebbero esserci i nomi delle colonne, ma è vuota.',
    fix: switchNamesOn,
  },
  headerBelowEnd: {
    message: 'Nella riga {row} dovrebbero esserci i nomi delle colonne, ma il file ha meno righe.',
    fix: switchNamesOn,
  },
  headerHoldsEmail: {
    message: 'Nella riga {row} dovrebbero esserci i nomi delle colonne, ma la cella {cell} è un indirizzo e-mail.',
    fix: switchNamesOn,
  },
  headerHoldsDate: {
    message: 'Nella riga {row} dovrebbero esserci i nomi delle colonne, ma la cella {cell} è una data.',
    fix: switchNamesOn,
  },
  headerHoldsTruth: {
    message:
      'Nella riga {row} dovrebbero esserci i nomi delle colonne, ma la cella {cell} è un valore come “sì” o “true”.',
    fix: switchNamesOn,
  },
  headerHoldsNumbers: {
    message:
      'Nella riga {row} dovrebbero esserci i nomi delle colonne, ma la maggior parte delle sue celle sono numeri.',
    fix: switchNamesOn,
  },
  headerAbsent: {
    message:
      'La riga {row} contiene già dei dati e nessuna riga sopra contiene nomi di colonne, perciò le colonne si chiamano «column 1», «column 2» e così via.',
    fix: switchNamesOn,
  },
  headerFound: {
    message: 'I nomi delle colonne sono stati trovati nella riga {row}; ciò che sta sopra è stato tralasciato.',
    fix: 'Non c’è nulla da fare se è così. Altrimenti indica nell’abbinamento quale riga li contiene.',
  },
  headerDuplicate: {
    message: 'Due colonne si chiamano “{name}”; la seconda qui si chiama “{renamed}”.',
    fix: 'Dai a ogni colonna dell’esportazione un nome proprio.',
  },
  tooManyColumns: {
    message: 'La riga {row} ha più di {limit} colonne. Nulla di questo file è stato applicato.',
    fix: 'Esporta solo le colonne che servono. Se l’esportazione ne ha meno, i separatori o gli a capo sono danneggiati.',
  },
  noRows: {
    message: 'Il file ha i nomi delle colonne, ma nessuna riga sotto.',
    fix: 'Controlla il filtro dell’esportazione nel sistema HR. Se deve essere vuoto, non c’è nulla da fare.',
  },
  lastColumnPadded: {
    message: 'Nessuna riga ha una cella per l’ultima colonna ({columns}); vale come vuota.',
    fix: padded,
  },
  lastColumnsPadded: {
    message: 'Nessuna riga ha celle per le ultime {count} colonne ({columns}); valgono come vuote.',
    fix: padded,
  },
  quoteMisplaced: {
    message:
      'Un segno di virgolette sta dove non può stare, perciò le celle di questa riga non si distinguono. Le righe fino alle virgolette successive potrebbero farne parte.',
    fix: 'Metti tutta la cella tra virgolette e raddoppia quelle al suo interno ("tubo 5"""), oppure togli quelle di troppo.',
  },
  quoteNotClosed: {
    message:
      'Nella riga {row} si aprono virgolette che non si chiudono mai: tutto il resto sarebbe un’unica cella. Nulla di questo file è stato applicato.',
    fix: 'Togli o raddoppia le virgolette di troppo nella riga {row}. Se il file è stato troncato durante la scrittura, caricalo di nuovo.',
  },
  encodingInvalid: {
    message: 'Questa riga contiene byte che non sono caratteri nella codifica del resto del file.',
    fix: 'Esporta tutto il file in una sola codifica, UTF-8 se puoi scegliere.',
  },
  recordTooLong: {
    message: 'La riga {row} supera {limit} MB. Nulla di questo file è stato applicato.',
    fix: 'Controlla che ogni riga finisca con un a capo e lascia documenti e immagini fuori dall’esportazione.',
  },
  fileCutShort: {
    message: 'Il file finisce a metà della riga {row}. Non ne è stato applicato nulla.',
    fix: uploadAgain,
  },
  rowTooLong: {
    message: 'La riga ha più celle di quante sono le colonne ({columns}).',
    fix: 'Una cella che contiene il separatore deve stare tra virgolette: controlla l’esportazione o il testo di questa riga.',
    example: '{cells} celle',
  },
  rowTooShort: {
    message: 'La riga ha meno celle di quante sono le colonne ({columns}).',
    fix: cellForEach,
    example: '{cells} celle',
  },
  rowOfOneCell: {
    message: 'La riga ha meno celle di quante sono le colonne ({columns}).',
    fix: cellForEach,
    example: '1 cella',
  },
  rowOfText: {
    message: 'Queste righe alla fine del file sono testo e i dati di nessuno, perciò sono state lasciate da parte.',
    fix: 'Niente da fare. Senza righe finali nell’esportazione, questo avviso scompare.',
  },
  rowExplains: {
    message: 'La riga {row} spiega le colonne e non contiene i dati di nessuno, perciò è stata lasciata da parte.',
    fix: 'Niente da fare se è così. Altrimenti indica nell’abbinamento la riga con i nomi delle colonne.',
  },
  rowOfTotals: {
    message: 'Queste righe contengono totali e i dati di nessuno, perciò sono state lasciate da parte.',
    fix: 'Niente da fare. Senza totali nell’esportazione, questo avviso scompare.',
  },
}
