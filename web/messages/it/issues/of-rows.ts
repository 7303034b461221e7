import type { rowSentences } from '#core/issues/sentences/of-rows.ts'
import type { Sentences } from '../../sentences.ts'

const keptBack = 'La riga è stata lasciata fuori, e ciò che è salvato resta com’era (campo {field}).'
const plainNumbers =
  'Esporta questa colonna come numeri semplici, senza unità, o cambia il segno decimale nell’abbinamento.'
const addWord = 'Aggiungi la parola alla tabella dei valori dell’abbinamento, o esportane una conosciuta.'
const topOfAll = 'Non c’è nulla da fare se il tuo sistema HR indica così il vertice dell’organizzazione.'

export const ofRows: Sentences<keyof typeof rowSentences> = {
  dateOrderChanged: {
    message:
      'Le date della colonna sono attese come {format}, ma la maggior parte, {count} dalla riga {row}, si legge solo con giorno e mese invertiti; tutte le altre sarebbero quindi sbagliate.',
    fix: 'Fai scrivere di nuovo {format} all’esportazione. Se il cambiamento è voluto, cambia il formato della data nell’abbinamento: il file viene poi applicato senza un altro caricamento.',
  },
  dateUnreadable: {
    message: `La cella non è una data come {format}. ${keptBack}`,
    fix: 'Esporta questa colonna come {format}, o cambia il formato della data nell’abbinamento. Il giorno deve esistere nel calendario.',
  },
  dateTimeUnreadable: {
    message: `La cella non è una data come {format} con un orario. ${keptBack}`,
    fix: 'Esporta questa colonna come {format} con un orario, o cambia il formato della data nell’abbinamento. Il giorno deve esistere nel calendario.',
  },
  timeUnreadable: {
    message: `La cella non è un orario. ${keptBack}`,
    fix: 'Esporta questa colonna come HH:mm o HH:mm:ss.',
  },
  numberWithCommaUnreadable: {
    message: `La cella non è un numero con la virgola decimale. ${keptBack}`,
    fix: plainNumbers,
  },
  numberWithPointUnreadable: {
    message: `La cella non è un numero con il punto decimale. ${keptBack}`,
    fix: plainNumbers,
  },
  booleanUnreadable: {
    message: `La cella non dice né sì né no. ${keptBack}`,
    fix: 'Esporta sì/no, true/false o 1/0, o aggiungi questa parola alla tabella dei valori dell’abbinamento.',
  },
  emailInvalid: {
    message: 'La cella non è un indirizzo e-mail, perciò il campo {field} è vuoto.',
    fix: 'Correggi l’indirizzo nel sistema HR.',
  },
  phoneInvalid: {
    message: 'Il numero di telefono non può essere del paese indicato: è stato salvato com’è ({field}).',
    fix: 'Correggi il numero nel sistema HR; con il prefisso del paese, come +39, è compreso ovunque.',
  },
  ibanInvalid: {
    message:
      'Il numero di conto non è un IBAN valido: la lunghezza o le cifre di controllo sono errate. È stato salvato com’è ({field}).',
    fix: 'Confrontalo con le coordinate bancarie della persona e correggilo nel sistema HR; un numero di conto nazionale richiede una colonna propria.',
  },
  wordPassedOn: { message: 'La parola non è conosciuta ({field}); è stata passata com’è.', fix: addWord },
  wordLeftOut: { message: 'La parola non è conosciuta ({field}); il campo è vuoto.', fix: addWord },
  cellTooLong: {
    message: `La cella supera {limit} caratteri. ${keptBack}`,
    fix: 'Abbrevia il testo nel sistema HR, o togli questa colonna dall’abbinamento.',
  },
  cellUnusable: {
    message: 'La cella non si può usare. La riga è stata lasciata fuori, e ciò che è salvato resta com’era.',
    fix: 'Correggi la cella nel sistema HR.',
  },
  idMissing: {
    message:
      'La riga non ha un id ed è stata lasciata fuori. Finché un file ha righe così, nessuno viene rimosso per causa sua.',
    fix: 'Riempi l’id ({columns, e}) in ogni riga dell’esportazione; togli le righe di titolo e di totale.',
  },
  idDuplicate: {
    message: 'L’id sta in più righe che dicono cose diverse, perciò nessuna è stata applicata.',
    fix: 'Esporta una riga per id, o scegli come id una colonna diversa in ogni riga.',
  },
  personTwice: {
    message:
      'L’id è stato collegato a un altro e il file ha righe di entrambi. Vale la riga dell’id più recente; questa è stata lasciata fuori.',
    fix: 'Togli l’id più vecchio dall’esportazione. Se sono due persone, fai annullare il collegamento.',
  },
  valueMissing: { message: `Il campo è vuoto. ${keptBack}`, fix: 'Riempilo in ogni riga dell’esportazione.' },
  columnValueMissing: {
    message: `Il campo è vuoto. ${keptBack}`,
    fix: 'Riempi «{column}» in ogni riga dell’esportazione.',
  },
  recordTooLarge: {
    message: 'La riga contiene più di quanto si possa salvare (300 kB) ed è stata lasciata fuori.',
    fix: 'Abbrevia il testo lungo di questa riga, o togli la sua colonna dall’abbinamento.',
  },
  managerUnknown: {
    message:
      'Nessuno, tra le righe leggibili del file, è quello indicato qui come responsabile, perciò la persona è salvata senza.',
    fix: 'Aggiungi il responsabile all’esportazione, o correggi chi vi è indicato. Se è segnalata anche la riga del responsabile, correggi quella.',
  },
  idRewritten: {
    message:
      'L’identificativo sembra riscritto da un foglio di calcolo (1001.0, 1.23E+05); forse non è più quello del tuo sistema HR.',
    fix: 'Esporta il file direttamente dal sistema HR, o formatta la colonna come testo prima di salvarla nel foglio di calcolo.',
  },
  managerAmbiguous: {
    message:
      'Più persone del file corrispondono al responsabile indicato qui; la persona è salvata senza responsabile.',
    fix: 'Fate indicare i responsabili con il loro identificativo o indirizzo e-mail, e associate quella colonna.',
  },
  managerSelf: {
    message: 'La persona è indicata come responsabile di se stessa; è salvata senza responsabile.',
    fix: topOfAll,
  },
  managerCircle: {
    message:
      'Queste persone rispondono l’una all’altra in cerchio, quindi la prima dell’esempio è stata salvata senza responsabile. Tutte le altre mantengono il proprio.',
    fix: 'Correggete nel sistema HR il responsabile di una di loro: qualcuno del cerchio risponde a una persona esterna, o a nessuno.',
  },
  mentionDiffers: {
    message:
      'Alcune righe dicono cose diverse della stessa sede, reparto, azienda o tipo. Decide la prima; ciò che dice questa riga non viene salvato.',
    fix: 'Dai a ciascuno un solo nome e un solo indirizzo sotto il suo id nell’esportazione. Se la colonna riguarda la persona, come il suo domicilio, correggi l’associazione.',
  },
  parentUnknown: {
    message:
      'Nessun gruppo del file ha l’id e il tipo indicati qui come gruppo superiore, perciò il gruppo è salvato senza.',
    fix: 'Aggiungi il gruppo superiore all’esportazione, o correggi chi vi è indicato. Se è di un altro tipo, abbina anche parent.type.',
  },
  parentSelf: {
    message: 'Il gruppo è indicato come superiore di se stesso; è salvato senza gruppo superiore.',
    fix: topOfAll,
  },
  employeeUnknown: {
    message: 'La persona a cui appartiene questa riga non è conosciuta, perciò per ora la riga non è salvata.',
    fix: 'Sarà salvata da sola appena un file dei dipendenti conterrà la persona; controlla l’id se dovrebbe esserci.',
  },
  heldForRowsWithoutId: {
    message:
      'Voci che mancano nel file: {removals}. Le righe senza un id leggibile ({rows}) potrebbero essere alcune di queste, perciò non è stato rimosso nulla.',
    fix: 'Correggi le righe senza id e carica di nuovo il file.',
  },
  heldForQuarantine: {
    message:
      'Voci che mancano nel file: {removals}. Si sono dovute lasciare fuori così tante righe ({quarantined} id su {ids}) che il file potrebbe essere danneggiato, perciò non è stato rimosso nulla; tutto il resto è stato applicato.',
    fix: 'Correggi le righe segnalate qui accanto e carica di nuovo il file.',
  },
  heldForEmptyFile: {
    message: 'Il file non contiene voci, anche se ne sono conosciute {present}, perciò non è stato rimosso nulla.',
    fix: 'Controlla il filtro dell’esportazione nel sistema HR e carica di nuovo il file. Se non c’è più nessuno, fai eliminare la connessione.',
  },
  heldForMany: {
    message:
      'Nel file mancano {removals} voci su {present}. Così tante insieme di solito vogliono dire che il file è troncato, perciò non è stato rimosso nulla; tutto il resto è stato applicato.',
    fix: 'Carica di nuovo il file completo. Se le voci non ci sono davvero più, approva la loro rimozione.',
  },
  heldForFilter: {
    message:
      'Per quello che dice questo file, il filtro esclude {removals} delle {present} persone salvate. Così tante insieme di solito vogliono dire che una colonna non è stata riempita, perciò sono rimaste com’erano; tutto il resto è stato applicato.',
    fix: 'Controlla le colonne che il filtro guarda e carica di nuovo il file. Se queste persone devono davvero uscire, approva la loro rimozione, o cambia il filtro.',
  },
  stillHeld: {
    message:
      'Voci che mancavano in file precedenti e mancano anche in questo: {removals}. La loro rimozione attende una decisione; sono rimaste come sono.',
    fix: 'Guarda l’elenco delle voci trattenute. Approva la rimozione se non ci sono davvero più; scartala se devono restare.',
  },
  idDrift: {
    message:
      '{missing} dei {present} id conosciuti mancano nel file, e ce ne sono {created} nuovi. Probabilmente gli id sono cambiati, perciò nulla del file è stato applicato.',
    fix: 'Esporta gli id come prima (con gli zeri iniziali), o scegli nell’abbinamento la colonna che li contiene, e carica di nuovo il file. Se sono id nuovi per sempre, fai collegare le persone a questi; se sono davvero altre persone, fai approvare il file.',
  },
  idsSwapped: {
    message:
      'Sotto {swapped} dei {present} id conosciuti nel file c’è qualcun altro: nome, data di nascita e indirizzo e-mail sono diversi da prima. Probabilmente gli id sono stati scambiati, perciò nulla del file è stato applicato.',
    fix: 'Controlla nell’esportazione che ogni riga abbia ancora l’id della sua persona (una colonna ordinata da sola li sposta) e carica di nuovo il file. Se gli id sono davvero di altre persone, fai approvare il file.',
  },
}
