import type { AttemptReason } from '#core/connect/attempt.ts'

const reasons: Readonly<Record<AttemptReason, string>> = {
  NO_KEY_OFFERED:
    'Non è stata offerta nessuna chiave SSH, forse una password. Nel sistema HR scegli l’accesso con chiave pubblica e la chiave privata che corrisponde a quella inserita qui.',
  UNKNOWN_KEY:
    'L’utente è giusto, ma la chiave non è una di quelle inserite qui. Inserisci la chiave pubblica che usa il sistema HR, o scegli lì l’altra chiave privata.',
  WRONG_USER: 'La chiave è giusta, ma l’utente no. Copia l’utente dai dati di connessione, lettera per lettera.',
  SIGNATURE_WEAK:
    'Il sistema HR firma con SHA-1, che non è più sicuro. Aggiorna il suo client SFTP, o usa una chiave Ed25519 o ECDSA.',
  SIGNATURE_INVALID:
    'La chiave privata nel sistema HR è danneggiata o appartiene a un’altra chiave pubblica. Crea una nuova coppia.',
  WRONG_FOLDER: 'La cartella non esiste. Imposta la cartella remota su /, o lasciala vuota.',
  CONNECTION_LOST:
    'La connessione si è interrotta prima che il file fosse completo. Ciò che è arrivato non viene usato: fallo caricare di nuovo dal sistema HR.',
  RANDOM_ACCESS: 'Parti del file sono state scritte in disordine. Disattiva la ripresa e gli invii su più connessioni.',
}

export const live = {
  title: 'In attesa del tuo sistema HR',
  intro:
    'Avvia adesso l’invio nel sistema HR. Questa pagina mostra subito che cosa arriva, e perché qualcosa non arriva.',
  looking: 'Controllo in corso …',
  waitingForLogin: 'In attesa del primo accesso',
  loggedIn: 'Accesso riuscito, {at}',
  waitingForFile: 'In attesa del primo file',
  fileArrived: 'Primo file arrivato, {at}',
  reading: 'Lettura del file',
  read: 'Il file è stato letto',
  refused: 'Un accesso è stato rifiutato alle {at}.',
  uploadFailed: 'Un invio è fallito alle {at}.',
  reasonUnknown: 'Il motivo non è noto. Riprova, e confronta ogni riga dei dati di connessione.',
  client: 'Programma: {client}',
  reasons,
  files: 'File',
  manifest: 'un manifesto, senza dati',
  states: {
    RECEIVED: 'ricevuto',
    ARCHIVED: 'ricevuto',
    QUEUED: 'non ancora applicato',
    ACCEPTED: 'applicato',
    REFUSED: 'rifiutato',
    SUPERSEDED: 'sostituito da uno più recente',
    EXCLUDED: 'ritirato',
    UNPACKED: 'decompresso',
    IGNORED: 'non usato',
    REJECTED: 'vuoto',
  },
  sample: 'Ancora nessun file?',
  sampleHelp:
    'Prova un’esportazione a mano. Viene solo guardata, per farti vedere come sarebbe compresa; non se ne applica nulla.',
  drop: 'Trascina qui un file CSV, Excel o JSON.',
  choose: 'Scegli file',
  noNeedToWait:
    'Non devi aspettare qui. Concludi adesso, e tutto prosegue quando arriva il primo file. Il tuo link riporta a questa pagina.',
  upload: {
    sending: 'Invio di {file}',
    progress: '{sent} di {all}',
    heard: '{percent} inviato',
    cancel: 'Annulla l’invio',
  },
}
