export const sheet = {
  title: 'Enter this in your HR system',
  intro: 'Whoever sets up the upload needs this. It holds no secret: the private key stays with you.',
  guide: 'How to set up the upload',
  system: 'Your system',
  commands: 'Commands',
  hostKeys: 'Keys of the server, for IT',
  hostKeysHelp: 'At the first login, compare what your system shows with this. One of them is enough.',
  algorithms: 'Algorithms, for IT',
  facts: {
    protocol: 'Protocol',
    host: 'Host',
    port: 'Port',
    user: 'User',
    folder: 'Folder',
    files: 'File names',
    addresses: 'Fixed addresses of the server',
    knownHosts: 'line for known_hosts',
    keyExchange: 'Key exchange',
    ciphers: 'Ciphers',
    macs: 'MACs',
  },
  pgp: {
    title: 'PGP key',
    required:
      'Encrypt every file with this key before it is sent: files that are not encrypted are refused. Signing is not needed.',
    optional: 'Files may be encrypted with this key before they are sent. Signing is not needed.',
    fingerprint: 'Fingerprint of the PGP key',
    key: 'Public key',
    copy: 'Copy the key',
    download: 'Download the key',
    howTo:
      'Import the downloaded key ({file}) wherever the export is written. With GnuPG these commands do it; the first one is needed only once.',
    commands: 'Commands that encrypt',
  },
  guides: {
    generic: {
      name: 'Any other system',
      steps:
        'Make an export of everybody as CSV, best in UTF-8, with the people who have left.\nCreate an SFTP destination with the host {host}, the port {port} and the user {user}, and the private key instead of a password.\nSend the whole file each time under the same name, {file}, into the folder /.\nSchedule it once a day, and run it once now.',
    },
    successfactors: {
      name: 'SAP SuccessFactors',
      steps:
        'In the Security Center, make an SSH key pair and export its public key. It is in SSH2 form, which is accepted here as it is.\nIn the Integration Center, make a scheduled CSV report of everybody, with the people who have left.\nAs destination settings enter SFTP, {host}:{port}, the user {user}, the key from the Security Center, and the folder /.\nName the file {file} without a time stamp, schedule it once a day, and run it once now.',
    },
    sap_hcm: {
      name: 'SAP HCM (on premise)',
      steps:
        'Let a program or query write everybody into {file} on the application server. One row for each contract is fine.\nLet Basis make a key pair for the system user on that server.\nAfter the export, call sftp as an external command with the host {host}, the port {port} and the user {user}.\nSchedule both steps as one job, once a day, and run it once now.',
    },
    workday: {
      name: 'Workday',
      steps:
        'Make an advanced custom report of all active and terminated workers, and give the columns names that people understand.\nUnder “Create X.509 or SSH key pair”, make a pair and enter its public key here.\nMake an outbound EIB from the report: CSV, delivery by SFTP to sftp://{host}:{port}, the user {user}, authentication by SSH, folder /.\nSet the file name to {file} without a sequence, schedule it once a day, and launch it once now.',
    },
    adp: {
      name: 'ADP',
      steps:
        'Ask your ADP contact for an automated export by SFTP with key authentication. ADP sets it up for you, often as a paid order.\nGive them this page, the list of columns and the name {file}.\nADP sends you its public key: enter it here in the step before.\nAsk for a run once a day, and for a first one now.',
    },
    personio: {
      name: 'Personio',
      steps:
        'Personio does not send custom reports by SFTP itself: a small program of yours, or a partner of Personio, gets the data by its API.\nLet it write one row for each person into {file}. In history reports the name is only on the first line of each person.\nLet it upload to {host}, port {port}, as {user}, with the private key.\nRun it once a day, and once now.',
    },
    openssh: {
      name: 'Linux, macOS (OpenSSH)',
      steps:
        'Put the private key beside {file}.\nRun these commands. The first one is needed only once; the last one can go into cron.',
    },
    winscp: {
      name: 'Windows (WinSCP)',
      steps:
        'Open the private key in PuTTYgen and save it as a PPK file.\nTurn resuming and temporary names off, as here: they leave parts of files behind.\nConnect once by hand and compare the key of the server. Then let the task scheduler run this command once a day.',
    },
  },
}
