export const sheet = {
  title: 'Da inserire nel tuo sistema HR',
  intro: 'Serve a chi configura l’invio. Non contiene segreti: la chiave privata resta a te.',
  guide: 'Come configurare l’invio',
  system: 'Il tuo sistema',
  commands: 'Comandi',
  hostKeys: 'Chiavi del server, per l’IT',
  hostKeysHelp: 'Al primo accesso, confronta ciò che mostra il tuo sistema con questi dati. Ne basta uno.',
  algorithms: 'Algoritmi, per l’IT',
  facts: {
    protocol: 'Protocollo',
    host: 'Server',
    port: 'Porta',
    user: 'Utente',
    folder: 'Cartella',
    files: 'Nomi dei file',
    addresses: 'Indirizzi fissi del server',
    knownHosts: 'riga per known_hosts',
    keyExchange: 'Scambio di chiavi',
    ciphers: 'Cifratura',
    macs: 'MAC',
  },
  pgp: {
    title: 'Chiave PGP',
    required:
      'Cifra ogni file con questa chiave prima di inviarlo: i file non cifrati vengono rifiutati. La firma non è necessaria.',
    optional: 'I file possono essere cifrati con questa chiave prima dell’invio. La firma non è necessaria.',
    fingerprint: 'Impronta della chiave PGP',
    key: 'Chiave pubblica',
    copy: 'Copia la chiave',
    download: 'Scarica la chiave',
    howTo:
      'Importa la chiave scaricata ({file}) dove viene scritta l’esportazione. Con GnuPG bastano questi comandi; il primo serve una volta sola.',
    commands: 'Comandi per cifrare',
  },
  guides: {
    generic: {
      name: 'Un altro sistema',
      steps:
        'Crea un’esportazione CSV di tutte le persone, meglio in UTF-8, comprese quelle uscite.\nCrea una destinazione SFTP con il server {host}, la porta {port} e l’utente {user}, e la chiave privata al posto di una password.\nInvia ogni volta il file intero con lo stesso nome, {file}, nella cartella /.\nPianificala una volta al giorno, ed eseguila una volta adesso.',
    },
    successfactors: {
      name: 'SAP SuccessFactors',
      steps:
        'Nel Security Center crea una coppia di chiavi SSH ed esporta quella pubblica. È in formato SSH2, accettato qui così com’è.\nNell’Integration Center crea un report CSV pianificato di tutte le persone, comprese quelle uscite.\nCome destinazione inserisci SFTP, {host}:{port}, l’utente {user}, la chiave del Security Center e la cartella /.\nChiama il file {file} senza data e ora, pianificalo una volta al giorno, ed eseguilo una volta adesso.',
    },
    sap_hcm: {
      name: 'SAP HCM (in sede)',
      steps:
        'Fai scrivere a un programma o a una query tutte le persone in {file} sul server applicativo. Una riga per contratto va bene.\nFai creare al team Basis una coppia di chiavi per l’utente di sistema di quel server.\nDopo l’esportazione chiama sftp come comando esterno con il server {host}, la porta {port} e l’utente {user}.\nPianifica i due passaggi come un unico job, una volta al giorno, ed eseguilo una volta adesso.',
    },
    workday: {
      name: 'Workday',
      steps:
        'Crea un report personalizzato avanzato di tutte le persone attive e uscite, e dai alle colonne nomi comprensibili.\nIn «Create X.509 or SSH key pair» crea una coppia e inserisci qui la chiave pubblica.\nDal report crea un EIB in uscita: CSV, consegna via SFTP a sftp://{host}:{port}, utente {user}, autenticazione SSH, cartella /.\nImposta il nome del file su {file} senza numero progressivo, pianificalo una volta al giorno, e avvialo una volta adesso.',
    },
    adp: {
      name: 'ADP',
      steps:
        'Chiedi al tuo referente ADP un’esportazione automatica via SFTP con accesso a chiave. ADP la configura per te, spesso a pagamento.\nDagli questa pagina, l’elenco delle colonne e il nome {file}.\nADP ti manda la sua chiave pubblica: inseriscila nel passaggio precedente.\nChiedi un’esecuzione al giorno, e una prima adesso.',
    },
    personio: {
      name: 'Personio',
      steps:
        'Personio non invia da solo report personalizzati via SFTP: un tuo piccolo programma, o un partner di Personio, prende i dati dall’API.\nFagli scrivere una riga per persona in {file}. Nei report storici il nome è solo sulla prima riga di ogni persona.\nFagli caricare il file su {host}, porta {port}, come {user}, con la chiave privata.\nFallo girare una volta al giorno, e una volta adesso.',
    },
    openssh: {
      name: 'Linux o macOS (OpenSSH)',
      steps:
        'Metti la chiave privata accanto a {file}.\nEsegui questi comandi. Il primo serve una volta sola; l’ultimo può stare in cron.',
    },
    winscp: {
      name: 'Windows con WinSCP',
      steps:
        'Apri la chiave privata in PuTTYgen e salvala come file PPK.\nDisattiva la ripresa e i nomi temporanei, come qui: lasciano pezzi di file.\nCollegati una volta a mano e confronta la chiave del server. Poi fai eseguire questo comando all’utilità di pianificazione una volta al giorno.',
    },
  },
}
