import type { mappingSentences } from '#core/issues/sentences/of-mappings.ts'
import type { Sentences } from '../../sentences.ts'

const idColumnBack =
  'Rimetti la colonna nell’esportazione con questo nome, o scegli nell’abbinamento un’altra colonna come id.'
const columnBack = 'Rimetti la colonna nell’esportazione con questo nome, o cambia l’abbinamento.'
const checkId =
  'Controlla la colonna dell’id prima di approvare l’abbinamento: deve essere diversa in ogni riga e non cambiare mai.'

export const ofMappings: Sentences<keyof typeof mappingSentences> = {
  idColumnMissing: {
    message:
      'Il file non ha la colonna “{column}”, che dice di chi è ogni riga. Le colonne sono: {columns}. Nulla del file è stato applicato.',
    fix: idColumnBack,
  },
  idColumnRenamed: {
    message:
      'Il file non ha la colonna “{column}”, che dice di chi è ogni riga. Forse ora si chiama “{likely}”. Le colonne sono: {columns}. Nulla del file è stato applicato.',
    fix: idColumnBack,
  },
  mappedColumnMissing: {
    message: 'Il file non ha la colonna “{column}”, da cui viene il campo {field}. Nulla del file è stato applicato.',
    fix: columnBack,
  },
  mappedColumnRenamed: {
    message:
      'Il file non ha la colonna “{column}”, da cui viene il campo {field}. Forse ora si chiama “{likely}”. Nulla del file è stato applicato.',
    fix: columnBack,
  },
  fieldUnknown: {
    message: 'L’abbinamento riempie “{name}”, che non è un campo conosciuto ({dataset}).',
    fix: 'Correggi il nome del campo nell’abbinamento, o toglilo.',
  },
  fieldNotMapped: {
    message: 'L’abbinamento non riempie {fields, o}: senza, nessuna riga si può usare ({dataset}).',
    fix: 'Scegli nell’abbinamento una colonna per {fields, o}.',
  },
  constantUnreadable: {
    message: 'L’abbinamento dà a {field} un valore fisso che questo campo non può contenere.',
    fix: 'Correggi il valore fisso nell’abbinamento: le date come yyyy-MM-dd, i numeri con il punto decimale.',
  },
  filterFieldMissing: {
    message: 'Il filtro guarda {field}, che nessuna colonna del file riempie. Nulla del file è stato applicato.',
    fix: 'Scegli nell’abbinamento una colonna per {field}, o togli la regola dal filtro.',
  },
  dataPointMissing: {
    message: 'Il file non ha una colonna che riempia {point}, che è obbligatorio.',
    fix: 'Aggiungi all’esportazione una colonna come “{column}”, o scegli nell’abbinamento la colonna che lo contiene.',
  },
  mappingNotApproved: {
    message: 'Il file è arrivato, ma non se ne applica nulla prima che l’abbinamento delle sue colonne sia approvato.',
    fix: 'Controlla l’abbinamento proposto e approvalo; il file sarà poi applicato senza un altro caricamento.',
  },
  setupNotConfirmed: {
    message:
      'Il file è arrivato, ma non se ne applica nulla prima che i passaggi della configurazione siano confermati.',
    fix: 'Completa la configurazione; il file sarà poi applicato senza un altro caricamento.',
  },
  idRepeats: {
    message: '“{column}” sembra l’id, ma su {rows} righe di esempio {repeats} ripetono un id e {blank} non ne hanno.',
    fix: checkId,
  },
  idsTogetherRepeat: {
    message: 'Nessuna colonna è un id, e anche {columns} insieme si ripetono nell’esempio.',
    fix: checkId,
  },
  noColumnIsId: {
    message:
      'Nessuna colonna sembra un id. È proposta “{column}” perché è quella che cambia di più da una riga all’altra.',
    fix: checkId,
  },
  dateAmbiguous: {
    message: 'In nessuna riga del file si distinguono giorno e mese; si suppone {format}.',
    fix: 'Controlla una data che conosci prima di approvare l’abbinamento, e correggi il formato se è il contrario.',
  },
  datesMixed: {
    message:
      'Alcune date si leggono solo con il giorno prima, altre solo con il mese prima; si suppone {format}, come per la maggior parte.',
    fix: 'Fai scrivere all’esportazione tutte le date della colonna allo stesso modo, oppure controlla che cosa è giusto prima di approvare l’abbinamento.',
  },
  columnUnfit: {
    message:
      'La colonna si chiama come un campo noto, ma troppe delle sue celle non si leggono in un solo modo, perciò non è proposta.',
    fix: 'Fai scrivere la colonna allo stesso modo in ogni riga (giorni come AAAA-MM-GG, numeri soli), oppure associala prima di approvare.',
  },
  dateZoned: {
    message:
      'I giorni della colonna hanno un’ora e un fuso. Conta il giorno come è scritto; se l’ora è mezzanotte altrove, come 22:00Z, è il giorno prima.',
    fix: 'Confronta un giorno che conosci prima di approvare l’associazione. Se è uno prima, fai scrivere i giorni senza ora.',
  },
  thousandsAssumed: {
    message: 'Ogni numero della colonna può avere migliaia o tre decimali, come 1.234; si suppongono migliaia.',
    fix: 'Controlla un numero che conosci prima di approvare l’associazione, e correggi il segno decimale se è il contrario.',
  },
  decimalsAssumed: {
    message: 'Ogni numero della colonna può avere migliaia o tre decimali, come 1.234; si suppongono decimali.',
    fix: 'Controlla un numero che conosci prima di approvare l’associazione, e correggi il segno decimale se è il contrario.',
  },
  blocksAssumed: {
    message:
      'Il report sembra stampare {columns, e} una sola volta per blocco di righe: una cella vuota vale quanto sta sopra.',
    fix: 'Controlla persone in mezzo a un blocco prima di approvare l’associazione. Se vuoto significa vuoto, togli la colonna.',
  },
  flagAssumed: {
    message: 'Ci sono persone con più righe. Conta quella segnata da «{column}»; le altre sono il loro storico.',
    fix: 'Controlla qualcuno con più righe prima di approvare l’associazione.',
  },
  latestAssumed: {
    message:
      'Ci sono persone con più righe. Conta quella che vale oggi secondo «{column}»; le altre sono il loro storico.',
    fix: 'Controlla qualcuno con più righe prima di approvare l’associazione.',
  },
}
