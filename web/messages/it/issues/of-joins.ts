import type { joinSentences } from '#core/issues/sentences/of-joins.ts'
import type { Sentences } from '../../sentences.ts'

export const ofJoins: Sentences<keyof typeof joinSentences> = {
  fileAwaited: {
    message: 'In attesa di {names, e}: i file di un insieme si applicano insieme.',
    fix: 'Non c’è nulla da fare se il file è in arrivo. Altrimenti caricalo, o togli la sua unione dall’abbinamento.',
  },
  filesMayFollow: {
    message: 'In attesa che per {minutes} minuti non arrivi nessun file dell’insieme.',
    fix: 'Non c’è nulla da fare: i file si applicano poi insieme.',
  },
  fileIsManifest: {
    message: 'Dice che un insieme di file è completo. Non se ne leggono dati.',
    fix: 'Non c’è nulla da fare.',
  },
  manifestAwaited: {
    message: 'In attesa del manifesto “{name}”, che si carica dopo questi file e dice che il loro insieme è completo.',
    fix: 'Non c’è nulla da fare se è in arrivo. Altrimenti caricalo: può essere vuoto, o elencare i nomi dei file. Oppure togli il manifesto dall’abbinamento.',
  },
  listedFilesAwaited: {
    message: 'In attesa di {names, e}, che il manifesto {manifest} elenca: i file di un insieme si applicano insieme.',
    fix: 'Non c’è nulla da fare se il file è in arrivo. Altrimenti caricalo, o carica un manifesto che non lo elenca.',
  },
  filesAwaitedAgain: {
    message: 'Di nuovo in attesa di {names, e}: il file è stato rifiutato, perciò nulla del suo insieme si applica.',
    fix: 'Carica il file corretto, e dopo di nuovo un manifesto.',
  },
  manifestTooLong: {
    message: 'Un manifesto contiene i nomi dei file e nient’altro, ma questo file ha più di {kilobytes} KB.',
    fix: 'Carica un manifesto vuoto, o che elenca i nomi dei file. Se questo file contiene dati, scegli nell’abbinamento un altro nome per i manifesti.',
  },
  joinColumnMissing: {
    message: 'Il file non ha la colonna “{column}”, con cui è unito a {join}.',
    fix: 'Rimetti la colonna nell’esportazione, o scegli altre colonne chiave nell’abbinamento.',
  },
  joinKeyRepeated: {
    message: 'Una riga successiva ha la stessa chiave e dice altro, perciò queste righe non contano.',
    fix: 'Esporta una riga per chiave, o indica nell’abbinamento quali righe contano, per esempio quelle del contratto in corso.',
  },
  joinRowMissing: {
    message: '{file} non ha una riga con la chiave di queste righe, perciò lì le sue colonne sono vuote.',
    fix: 'Non c’è nulla da fare se è così. Altrimenti controlla che i due file scrivano la chiave allo stesso modo, zeri iniziali compresi.',
  },
  joinTooLarge: {
    message: 'I file uniti contengono più di {rows} righe, o {characters} caratteri nelle colonne usate.',
    fix: 'Fai del file con più righe il file principale, esporta meno righe, o abbina meno delle sue colonne.',
  },
}
