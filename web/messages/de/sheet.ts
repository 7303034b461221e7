export const sheet = {
  title: 'Das geben Sie in Ihrem HR-System ein',
  intro:
    'Wer den Upload einrichtet, braucht das hier. Es enthält kein Geheimnis: Der private Schlüssel bleibt bei Ihnen.',
  guide: 'So richten Sie den Upload ein',
  system: 'Ihr System',
  commands: 'Befehle',
  hostKeys: 'Schlüssel des Servers, für die IT',
  hostKeysHelp:
    'Vergleichen Sie bei der ersten Anmeldung, was Ihr System anzeigt, mit diesen Angaben. Eine davon genügt.',
  algorithms: 'Algorithmen, für die IT',
  facts: {
    protocol: 'Protokoll',
    host: 'Server',
    port: 'Port',
    user: 'Benutzer',
    folder: 'Ordner',
    files: 'Dateinamen',
    addresses: 'Feste Adressen des Servers',
    knownHosts: 'Zeile für known_hosts',
    keyExchange: 'Schlüsselaustausch',
    ciphers: 'Verschlüsselung',
    macs: 'MACs',
  },
  pgp: {
    title: 'PGP-Schlüssel',
    required:
      'Verschlüsseln Sie jede Datei mit diesem Schlüssel, bevor sie gesendet wird: Unverschlüsselte Dateien werden abgelehnt. Eine Signatur ist nicht nötig.',
    optional:
      'Dateien dürfen mit diesem Schlüssel verschlüsselt werden, bevor sie gesendet werden. Eine Signatur ist nicht nötig.',
    fingerprint: 'Fingerabdruck des PGP-Schlüssels',
    key: 'Öffentlicher Schlüssel',
    copy: 'Schlüssel kopieren',
    download: 'Schlüssel herunterladen',
    howTo:
      'Importieren Sie den heruntergeladenen Schlüssel ({file}) dort, wo der Export geschrieben wird. Mit GnuPG tun es diese Befehle; der erste ist nur einmal nötig.',
    commands: 'Befehle zum Verschlüsseln',
  },
  guides: {
    generic: {
      name: 'Ein anderes System',
      steps:
        'Erstellen Sie einen CSV-Export aller Personen, am besten in UTF-8, auch der ausgeschiedenen.\nLegen Sie ein SFTP-Ziel an mit dem Server {host}, dem Port {port} und dem Benutzer {user}, und dem privaten Schlüssel statt eines Passworts.\nSenden Sie jedes Mal die ganze Datei unter demselben Namen, {file}, in den Ordner /.\nPlanen Sie das einmal täglich ein, und starten Sie es jetzt einmal.',
    },
    successfactors: {
      name: 'SAP SuccessFactors',
      steps:
        'Erzeugen Sie im Security Center ein SSH-Schlüsselpaar und exportieren Sie den öffentlichen Schlüssel. Er hat die SSH2-Form, die hier so angenommen wird.\nErstellen Sie im Integration Center einen geplanten CSV-Bericht aller Personen, auch der ausgeschiedenen.\nGeben Sie als Ziel SFTP ein, {host}:{port}, den Benutzer {user}, den Schlüssel aus dem Security Center und den Ordner /.\nNennen Sie die Datei {file}, ohne Zeitstempel, planen Sie sie einmal täglich ein, und starten Sie sie jetzt einmal.',
    },
    sap_hcm: {
      name: 'SAP HCM (im eigenen Haus)',
      steps:
        'Lassen Sie ein Programm oder eine Query alle Personen nach {file} auf den Anwendungsserver schreiben. Eine Zeile je Vertrag ist in Ordnung.\nLassen Sie die Basis auf diesem Server ein Schlüsselpaar für den Systembenutzer erzeugen.\nRufen Sie nach dem Export sftp als externes Kommando auf, mit dem Server {host}, dem Port {port} und dem Benutzer {user}.\nPlanen Sie beide Schritte als einen Job ein, einmal täglich, und starten Sie ihn jetzt einmal.',
    },
    workday: {
      name: 'Workday',
      steps:
        'Erstellen Sie einen erweiterten benutzerdefinierten Bericht aller aktiven und ausgeschiedenen Personen, und geben Sie den Spalten verständliche Namen.\nErzeugen Sie unter „Create X.509 or SSH key pair“ ein Paar und geben Sie den öffentlichen Schlüssel hier ein.\nErstellen Sie aus dem Bericht ein Outbound EIB: CSV, Zustellung per SFTP an sftp://{host}:{port}, Benutzer {user}, Anmeldung per SSH, Ordner /.\nSetzen Sie den Dateinamen auf {file} ohne laufende Nummer, planen Sie es einmal täglich ein, und starten Sie es jetzt einmal.',
    },
    adp: {
      name: 'ADP',
      steps:
        'Bitten Sie Ihre Ansprechperson bei ADP um einen automatischen Export per SFTP mit Schlüsselanmeldung. ADP richtet ihn für Sie ein, oft als bezahlten Auftrag.\nGeben Sie ihr diese Seite, die Liste der Spalten und den Namen {file}.\nADP schickt Ihnen den öffentlichen Schlüssel: Geben Sie ihn im Schritt davor ein.\nBitten Sie um einen Lauf einmal täglich, und um einen ersten jetzt.',
    },
    personio: {
      name: 'Personio',
      steps:
        'Personio sendet benutzerdefinierte Berichte nicht selbst per SFTP: Ein kleines eigenes Programm oder ein Partner von Personio holt die Daten über die API.\nEs soll eine Zeile je Person nach {file} schreiben. In Verlaufsberichten steht der Name nur in der ersten Zeile jeder Person.\nEs soll die Datei nach {host}, Port {port}, als {user} hochladen, mit dem privaten Schlüssel.\nLassen Sie es einmal täglich laufen, und jetzt einmal.',
    },
    openssh: {
      name: 'Linux oder macOS (OpenSSH)',
      steps:
        'Legen Sie den privaten Schlüssel neben {file}.\nFühren Sie diese Befehle aus. Der erste ist nur einmal nötig; der letzte kann in cron stehen.',
    },
    winscp: {
      name: 'Windows mit WinSCP',
      steps:
        'Öffnen Sie den privaten Schlüssel in PuTTYgen und speichern Sie ihn als PPK-Datei.\nSchalten Sie Wiederaufnahme und temporäre Namen aus, wie hier: Sie hinterlassen Teile von Dateien.\nVerbinden Sie sich einmal von Hand und vergleichen Sie den Schlüssel des Servers. Danach führt die Aufgabenplanung diesen Befehl einmal täglich aus.',
    },
  },
}
