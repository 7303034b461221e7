import type { archiveSentences } from '#core/issues/sentences/of-archives.ts'
import type { Sentences } from '../../sentences.ts'

const nothing = 'Non ne è stato applicato nulla.'

export const ofArchives: Sentences<keyof typeof archiveSentences> = {
  archiveCutShort: {
    message: `Il file è troncato: manca la fine. ${nothing}`,
    fix: 'Esporta di nuovo il file e caricalo di nuovo, per intero.',
  },
  archiveDamaged: {
    message: `Il file compresso è danneggiato e non si può decomprimere. ${nothing}`,
    fix: 'Comprimi di nuovo l’esportazione e caricala in modalità binaria.',
  },
  archiveUnpacksTooFar: {
    message: `Decompresso, il file sarebbe più di 200 volte più grande, cosa che nessuna esportazione fa. ${nothing}`,
    fix: 'Carica l’esportazione stessa, non compressa.',
  },
  fileUnpacksTooLarge: {
    message: 'Decompresso, il file supera {limit} MB: è troppo grande per essere letto qui.',
    fix: 'Esporta meno colonne, o solo le persone che servono. Per provare un abbinamento bastano le prime righe.',
  },
  archiveTooLarge: {
    message: `L’archivio zip supera {limit} MB. ${nothing}`,
    fix: 'Comprimi invece l’esportazione con gzip (.gz), che non ha questo limite, o caricala così com’è.',
  },
  archiveEmpty: {
    message: `L’archivio zip non contiene file. ${nothing}`,
    fix: 'Controlla l’esportazione: forse ha compresso prima che il file fosse scritto.',
  },
  archiveOfSeveral: {
    message: `L’archivio zip contiene {count} file, e nessuno dei nomi dice che cosa contengono. ${nothing}`,
    fix: 'Chiama i file nell’archivio secondo il contenuto, per esempio employees.csv e absences.csv, o metti una sola esportazione in ogni archivio.',
  },
  packedTwice: {
    message: `Ciò che il file compresso contiene è compresso o cifrato un’altra volta. ${nothing}`,
    fix: 'Comprimi l’esportazione una sola volta, come .gz o .zip, e poi cifrala, se va cifrata.',
  },
  packingUnknown: {
    message: 'L’archivio zip è compresso in un modo che qui non si legge.',
    fix: 'Fanne un normale archivio zip (deflate), o usa gzip.',
  },
  passwordProtected: {
    message: `Il file è protetto da una password che qui nessuno conosce. ${nothing}`,
    fix: 'Comprimilo senza password, o cifralo con la chiave PGP dei dati di connessione.',
  },
  encryptionMissing: {
    message: `Il file non è cifrato, e qui si accettano solo file cifrati con PGP. ${nothing}`,
    fix: 'Cifralo con la chiave PGP dei dati di connessione e caricalo di nuovo.',
  },
  otherPgpKey: {
    message: `Il file è cifrato per un’altra chiave ({keys}). ${nothing}`,
    fix: 'Cifralo con la chiave PGP dei dati di connessione ({expected}) e caricalo di nuovo.',
  },
  noPgpKey: {
    message: `Il file è cifrato per un’altra chiave ({keys}). ${nothing}`,
    fix: 'Qui non si può leggere: non c’è una chiave privata. Usa il file com’era prima di essere cifrato.',
  },
  pgpUnreadable: {
    message: `Il file non si può decifrare: è stato modificato durante il trasferimento, o cifrato senza protezione di integrità. ${nothing}`,
    fix: 'Cifra di nuovo l’esportazione come dicono i dati di connessione e caricala in modalità binaria.',
  },
  archiveUnpacked: {
    message: 'Ognuno di questi file nell’archivio conta come un file a sé: {files}.',
    fix: 'Niente da fare. Che cosa ne è stato di ognuno è detto lì.',
  },
  archiveMembersUnnamed: {
    message:
      'I nomi di questi file nell’archivio non dicono che cosa contengono, perciò non ne è stato applicato nulla: {files}.',
    fix: 'Chiamali secondo il contenuto, per esempio employees.csv, oppure uniscili a un altro file nell’abbinamento. Se non servono, non c’è niente da fare.',
  },
  archiveMembersPacked: {
    message:
      'Questi file nell’archivio sono compressi o cifrati ancora una volta, perciò non sono stati aperti: {files}.',
    fix: 'Comprimi ogni esportazione una sola volta.',
  },
  archiveMembersForeign: {
    message: 'Dal nome, questi file nell’archivio non sono file di dati e sono stati lasciati da parte: {files}.',
    fix: 'Niente da fare se è così. Altrimenti dai loro l’estensione di ciò che sono, per esempio .csv.',
  },
  archiveMembersEmpty: {
    message: 'Questi file nell’archivio sono vuoti: {files}.',
    fix: 'Controlla l’esportazione: forse ha compresso prima che i file fossero scritti.',
  },
  archiveMembersTwice: {
    message: 'L’archivio contiene questi file due volte; di ognuno è stato preso il primo: {files}.',
    fix: 'Metti ogni esportazione una sola volta nell’archivio.',
  },
}
