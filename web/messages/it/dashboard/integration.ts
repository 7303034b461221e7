import { attention } from './integration/attention.ts'
import { files, replay } from './integration/files.ts'
import { held, identity, receipts, rights } from './integration/people.ts'
import { settings } from './integration/settings.ts'
import { report, rollback, syncs } from './integration/syncs.ts'

export const integration = {
  title: 'Panoramica di {organization}',
  all: 'Tutte le integrazioni',
  parts: 'Parti dell’integrazione',
  links: {
    overview: 'Panoramica',
    files: 'File',
    syncs: 'Sincronizzazioni',
    data: 'Dati',
    mapping: 'Corrispondenza',
    held: 'Trattenuti',
    identity: 'Identità',
    rights: 'Riservatezza',
    settings: 'Impostazioni',
  },
  status: { ACTIVE: 'attiva', INVALID: 'da ricollegare', INACTIVE: 'spenta' },
  setup: {
    INCOMPLETE: 'configurazione aperta',
    FINAL_SYNC_PENDING: 'manca la prima sincronizzazione',
    COMPLETED: 'configurata',
  },
  glance: {
    people: 'Persone',
    noPeople: 'ancora nessuna',
    lastFile: 'Ultimo file',
    noFile: 'ancora nessuno',
    nextFile: 'Prossimo file dei dipendenti atteso entro',
    origin: 'Il tuo identificativo per il cliente',
    id: 'Identificativo dell’integrazione',
  },
  timeline: {
    title: 'Che cosa è successo di recente',
    loading: 'Caricamento di ciò che è successo…',
    none: 'Non è ancora successo nulla. Appena il sistema HR del cliente carica un file, appare qui.',
    file: 'Un file',
    sync: 'Sincronizzazione: {reason}',
  },
  linkDialog: {
    language: 'Lingua del percorso',
    type: 'Come si apre',
    magic: 'Link da inviare',
    magicHint: 'si apre in una pagina propria, per un anno',
    embedded: 'Per la tua app',
    embeddedHint: 'si apre in un riquadro della tua app, entro un’ora',
    make: 'Crea il link',
    madeMagic: 'Il link è pronto. Copialo o invialo adesso: viene mostrato una volta sola.',
    madeEmbedded: 'Il link è pronto. Passalo alla tua app entro un’ora: viene mostrato una volta sola.',
    copy: 'Copia il link',
    send: 'Scrivi un’e-mail',
    setup: {
      open: 'Link di configurazione',
      title: 'Crea un link di configurazione',
      intro:
        'Con esso il cliente fa corrispondere le colonne e filtra le persone, per quanto le impostazioni lo permettono.',
      subject: 'Configura la tua connessione HR',
      mail: 'Ti preghiamo di verificare come vengono intese le colonne della tua esportazione HR. Questo link ti porta lì:',
    },
    relink: {
      open: 'Link per ricollegarsi',
      title: 'Crea un link per ricollegarsi',
      intro:
        'Con esso il cliente vede i dati di connessione e inserisce chiavi SSH. Prima di allora non cambia nulla; i dati restano.',
      subject: 'Collega il tuo sistema HR',
      mail: 'Ti preghiamo di collegare il tuo sistema HR. Questo link contiene i dati di connessione e riceve la tua chiave SSH:',
    },
  },
  gone: {
    title: 'Questa integrazione non c’è più',
    deleted: 'È stata eliminata:',
    due: 'Ciò che ne resta viene cancellato definitivamente:',
    states: {
      QUEUED:
        'Nessuno la legge più, e il suo utente SFTP non esiste più. Record e file non sono ancora cancellati definitivamente.',
      RUNNING: 'Record e file vengono cancellati definitivamente adesso.',
      DONE: 'Tutto è stato cancellato definitivamente. Questa è la ricevuta.',
    },
    never: 'Non c’è alcuna integrazione con questo identificativo, né una ricevuta. Controlla l’indirizzo.',
    members: 'È stata eliminata o non è mai esistita. Gli amministratori vedono qui che cosa è stato dei suoi dati.',
    back: 'A tutte le integrazioni',
  },
  attention,
  files,
  replay,
  syncs,
  report,
  rollback,
  held,
  identity,
  rights,
  receipts,
  settings,
}
