export const attention = {
  title: 'Che cosa richiede attenzione',
  loading: 'Ricerca di ciò che richiede attenzione…',
  none: 'Niente richiede attenzione: va tutto bene.',
  resolve: {
    enable: 'Accendila',
    sync: 'Sincronizza di nuovo',
    redeliver: 'Invia di nuovo',
    report: 'Guarda che cosa non va',
    held: 'Guarda e decidi',
    mapping: 'Controlla la corrispondenza',
    keys: 'Guarda chiavi e accessi',
    cadence: 'Guarda quando sono attesi i file',
  },
  kinds: {
    disabled: {
      title: 'L’integrazione è spenta',
      text: 'Le letture vengono rifiutate, e i file che arrivano aspettano che venga accesa.',
    },
    to_connect_again: {
      title: 'Il cliente deve ricollegarsi',
      text: 'La connessione non vale più. Invia un link con cui si ricollega.',
    },
    file_held: {
      title: '{file} è trattenuto per intero',
      text: 'I suoi identificativi non sono più quelli delle stesse persone, quindi non è stato applicato nulla. Guarda le coppie e decidi.',
    },
    removals_held: {
      title: '{dataset}: {count, plural, one {# rimozione aspetta} other {# rimozioni aspettano}}',
      text: 'Ne mancavano così tanti in una volta che nessuno è stato rimosso. Approva se se ne sono andati davvero.',
    },
    mapping_to_approve: {
      title: '{dataset}: una corrispondenza aspetta l’approvazione',
      text: 'I file vengono applicati solo con la corrispondenza approvata.',
    },
    customer_awaited: {
      title: 'Il cliente non ha finito la configurazione',
      text: 'Fino ad allora i file aspettano. Inviagli un link di configurazione.',
    },
    file_refused: {
      title: '{file} non si è potuto usare',
      text: 'Non ha cambiato nulla. Il rapporto dice che cosa non va e come rimediare.',
    },
    sync_failed: {
      title: 'L’ultima sincronizzazione è fallita',
      text: 'Ciò che era memorizzato resta com’era. Sincronizza di nuovo; se continua, il log dice perché.',
    },
    login_refused: { title: 'Un accesso è stato rifiutato', text: 'Il sistema HR non è riuscito ad accedere.' },
    file_late: {
      title: '{dataset}: un file è in ritardo',
      text: 'Era atteso entro allora. I contatti sono stati avvisati per e-mail.',
    },
    delivery_failed: {
      title: '{count, plural, one {Un webhook non è stato consegnato} other {# webhook non sono stati consegnati}}',
      text: 'Il tuo endpoint non ha risposto per un giorno. Sistemalo, poi invia di nuovo.',
    },
    parts_awaited: {
      title: '{dataset}: manca un file dell’insieme',
      text: 'Nulla viene applicato prima che siano arrivati tutti.',
    },
    first_file_awaited: {
      title: 'Si aspetta il primo file',
      text: 'Il sistema HR non ha ancora fatto accesso. Invia un link con i dati di connessione.',
    },
    first_file_after_login: {
      title: 'Si aspetta il primo file',
      text: 'Il sistema HR ha fatto accesso, ma non è ancora arrivato alcun file dei dipendenti.',
    },
  },
}
