export const sheet = {
  title: 'À saisir dans votre SIRH',
  intro: 'La personne qui met en place l’envoi en a besoin. Rien n’y est secret : la clé privée reste chez vous.',
  guide: 'Comment mettre en place l’envoi',
  system: 'Votre système',
  commands: 'Commandes',
  hostKeys: 'Clés du serveur, pour l’informatique',
  hostKeysHelp: 'Lors de la première connexion, comparez ce que votre système affiche avec ceci. L’une d’elles suffit.',
  algorithms: 'Algorithmes, pour l’informatique',
  facts: {
    protocol: 'Protocole',
    host: 'Serveur',
    port: 'Port',
    user: 'Utilisateur',
    folder: 'Dossier',
    files: 'Noms des fichiers',
    addresses: 'Adresses fixes du serveur',
    knownHosts: 'ligne pour known_hosts',
    keyExchange: 'Échange de clés',
    ciphers: 'Chiffrements',
    macs: 'MACs',
  },
  pgp: {
    title: 'Clé PGP',
    required:
      'Chiffrez chaque fichier avec cette clé avant de l’envoyer : les fichiers non chiffrés sont refusés. Une signature n’est pas nécessaire.',
    optional: 'Les fichiers peuvent être chiffrés avec cette clé avant l’envoi. Une signature n’est pas nécessaire.',
    fingerprint: 'Empreinte de la clé PGP',
    key: 'Clé publique',
    copy: 'Copier la clé',
    download: 'Télécharger la clé',
    howTo:
      'Importez la clé téléchargée ({file}) là où l’export est écrit. Avec GnuPG, ces commandes suffisent ; la première n’est nécessaire qu’une fois.',
    commands: 'Commandes de chiffrement',
  },
  guides: {
    generic: {
      name: 'Un autre système',
      steps:
        'Créez un export CSV de tout le monde, de préférence en UTF-8, y compris les personnes parties.\nCréez une destination SFTP avec le serveur {host}, le port {port} et l’utilisateur {user}, et la clé privée au lieu d’un mot de passe.\nEnvoyez chaque fois le fichier entier sous le même nom, {file}, dans le dossier /.\nPlanifiez-le une fois par jour, et lancez-le une fois maintenant.',
    },
    successfactors: {
      name: 'SAP SuccessFactors',
      steps:
        'Dans le Security Center, créez une paire de clés SSH et exportez la clé publique. Elle est au format SSH2, accepté ici tel quel.\nDans l’Integration Center, créez un rapport CSV planifié de tout le monde, y compris les personnes parties.\nComme destination, saisissez SFTP, {host}:{port}, l’utilisateur {user}, la clé du Security Center et le dossier /.\nNommez le fichier {file} sans horodatage, planifiez-le une fois par jour, et lancez-le une fois maintenant.',
    },
    sap_hcm: {
      name: 'SAP HCM (sur site)',
      steps:
        'Faites écrire tout le monde dans {file} sur le serveur d’applications par un programme ou une requête. Une ligne par contrat convient.\nFaites créer par l’équipe Basis une paire de clés pour l’utilisateur système de ce serveur.\nAprès l’export, appelez sftp comme commande externe avec le serveur {host}, le port {port} et l’utilisateur {user}.\nPlanifiez les deux étapes en un seul job, une fois par jour, et lancez-le une fois maintenant.',
    },
    workday: {
      name: 'Workday',
      steps:
        'Créez un rapport personnalisé avancé de toutes les personnes actives et parties, et donnez aux colonnes des noms compréhensibles.\nSous « Create X.509 or SSH key pair », créez une paire et saisissez sa clé publique ici.\nCréez à partir du rapport un EIB sortant : CSV, livraison par SFTP vers sftp://{host}:{port}, utilisateur {user}, authentification par SSH, dossier /.\nMettez {file} comme nom de fichier, sans numéro de séquence, planifiez-le une fois par jour, et lancez-le une fois maintenant.',
    },
    adp: {
      name: 'ADP',
      steps:
        'Demandez à votre contact ADP un export automatique par SFTP avec authentification par clé. ADP le met en place pour vous, souvent contre paiement.\nDonnez-lui cette page, la liste des colonnes et le nom {file}.\nADP vous envoie sa clé publique : saisissez-la à l’étape précédente.\nDemandez un passage par jour, et un premier maintenant.',
    },
    personio: {
      name: 'Personio',
      steps:
        'Personio n’envoie pas lui-même de rapports personnalisés par SFTP : un petit programme à vous, ou un partenaire de Personio, prend les données par l’API.\nFaites-lui écrire une ligne par personne dans {file}. Dans les rapports d’historique, le nom n’est que sur la première ligne de chaque personne.\nFaites-lui envoyer le fichier à {host}, port {port}, en tant que {user}, avec la clé privée.\nFaites-le tourner une fois par jour, et une fois maintenant.',
    },
    openssh: {
      name: 'Linux ou macOS (OpenSSH)',
      steps:
        'Placez la clé privée à côté de {file}.\nExécutez ces commandes. La première n’est nécessaire qu’une fois ; la dernière peut aller dans cron.',
    },
    winscp: {
      name: 'Windows avec WinSCP',
      steps:
        'Ouvrez la clé privée dans PuTTYgen et enregistrez-la comme fichier PPK.\nDésactivez la reprise et les noms temporaires, comme ici : ils laissent des morceaux de fichiers.\nConnectez-vous une fois à la main et comparez la clé du serveur. Laissez ensuite le planificateur de tâches exécuter cette commande une fois par jour.',
    },
  },
}
