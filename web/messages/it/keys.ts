import type { PublicKeyRefusal } from '#core/connect/public-key-refusals.ts'

const refusals: Readonly<Record<PublicKeyRefusal, string>> = {
  EMPTY: 'Incolla una chiave pubblica: l’unica riga del file il cui nome finisce con «.pub».',
  PRIVATE_KEY:
    'Questa è una chiave privata. Non è stata inviata da nessuna parte ed è stata tolta da questa pagina. Incolla invece la chiave pubblica, dal file il cui nome finisce con «.pub».',
  SEVERAL_KEYS: 'È più di una chiave: incollane una alla volta.',
  DSA_KEY: 'Le chiavi DSA non sono più sicure. Crea una nuova chiave di tipo Ed25519.',
  SECURITY_KEY:
    'Una chiave su un token di sicurezza richiede una persona a ogni accesso. Crea invece una semplice chiave Ed25519.',
  CERTIFICATE: 'Questo è un certificato SSH. Incolla la semplice chiave pubblica da cui è nato.',
  PGP_KEY: 'Questa è una chiave PGP. Una chiave pubblica SSH inizia con ssh-ed25519, ssh-rsa o ecdsa-sha2-.',
  PEM_KEY:
    'Questa è una chiave in formato PEM. Convertila con «ssh-keygen -i -m PKCS8 -f key.pem» e incolla la riga stampata.',
  FINGERPRINT: 'Questa è solo l’impronta di una chiave. Incolla la chiave stessa.',
  RSA_TOO_SHORT: 'Questa chiave RSA è più corta di 2048 bit e può essere violata. Creane una nuova da 4096 bit.',
  RSA_TOO_LONG: 'Questa chiave RSA è più lunga di quanto il server accetti. Creane una nuova da 4096 bit.',
  TYPE_MISMATCH: 'Questa chiave dichiara un tipo ed è di un altro. Copia di nuovo l’intera riga.',
  CUT_SHORT: 'Questa chiave è troncata. Copia di nuovo l’intera riga, fino alla fine.',
  UNREADABLE: 'Questa non è una chiave pubblica SSH. È una riga che inizia con ssh-ed25519, ssh-rsa o ecdsa-sha2-.',
}

export const keys = {
  title: 'Una chiave al posto di una password',
  intro:
    'Il tuo sistema HR accede con una coppia di chiavi SSH. La chiave privata resta a lui; qui inserisci quella pubblica. Se l’IT o il sistema HR te ne ha data una, incollala. Altrimenti crea qui una coppia.',
  list: 'Chiavi',
  bits: '{bits} bit',
  new: 'nuova',
  addedAt: 'aggiunta il {date}',
  remove: 'Rimuovi',
  removeThis: 'Rimuovi la chiave {fingerprint}',
  rotation:
    'Per cambiare chiave senza interruzioni, aggiungi quella nuova, passa a quella nel sistema HR e poi rimuovi la vecchia. Fino ad allora valgono entrambe.',
  ways: 'Come inserire una chiave',
  another: 'Aggiungi un’altra chiave',
  have: 'Ho una chiave pubblica',
  makeHere: 'Crea qui una coppia',
  paste: 'Chiave pubblica',
  pasteHelp: 'Nel formato di OpenSSH, di RFC 4716 (SSH2) o come la salva PuTTY.',
  drop: 'Oppure trascina qui il file.',
  chooseFile: 'Scegli file',
  makeHelp:
    'Il browser crea una coppia Ed25519. La chiave privata viene salvata come file su questo computer e non lo lascia mai; si invia solo quella pubblica. Dai il file a chi configura l’invio nel sistema HR.',
  make: 'Crea una coppia di chiavi',
  made: 'La chiave privata è stata salvata come {file}. Nessuno può dartela una seconda volta, quindi conservala bene. La chiave pubblica è nell’elenco.',
  saveAgain: 'Salva di nuovo la chiave privata',
  cannotMake:
    'Questo browser non può creare una chiave simile. Usane uno più recente, o questo comando su qualsiasi computer:',
  connect: 'Crea la connessione',
  refusals,
}
