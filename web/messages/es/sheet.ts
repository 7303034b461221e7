export const sheet = {
  title: 'Introduzca esto en su sistema de RR. HH.',
  intro: 'Lo necesita quien configure la subida. No contiene ningún secreto: la clave privada se queda con usted.',
  guide: 'Cómo configurar la subida',
  system: 'Su sistema',
  commands: 'Comandos',
  hostKeys: 'Claves del servidor, para TI',
  hostKeysHelp: 'En el primer acceso, compare lo que muestra su sistema con esto. Basta con una.',
  algorithms: 'Algoritmos, para TI',
  facts: {
    protocol: 'Protocolo',
    host: 'Servidor',
    port: 'Puerto',
    user: 'Usuario',
    folder: 'Carpeta',
    files: 'Nombres de archivo',
    addresses: 'Direcciones fijas del servidor',
    knownHosts: 'línea para known_hosts',
    keyExchange: 'Intercambio de claves',
    ciphers: 'Cifrado',
    macs: 'MAC',
  },
  pgp: {
    title: 'Clave PGP',
    required:
      'Cifre cada archivo con esta clave antes de enviarlo: los archivos sin cifrar se rechazan. No hace falta firmarlos.',
    optional: 'Los archivos se pueden cifrar con esta clave antes de enviarlos. No hace falta firmarlos.',
    fingerprint: 'Huella de la clave PGP',
    key: 'Clave pública',
    copy: 'Copiar la clave',
    download: 'Descargar la clave',
    howTo:
      'Importe la clave descargada ({file}) donde se escribe la exportación. Con GnuPG lo hacen estos comandos; el primero solo hace falta una vez.',
    commands: 'Comandos para cifrar',
  },
  guides: {
    generic: {
      name: 'Otro sistema',
      steps:
        'Cree una exportación CSV de todas las personas, mejor en UTF-8, también de las que se han ido.\nCree un destino SFTP con el servidor {host}, el puerto {port} y el usuario {user}, y la clave privada en lugar de una contraseña.\nEnvíe cada vez el archivo entero con el mismo nombre, {file}, a la carpeta /.\nPrográmela una vez al día, y ejecútela una vez ahora.',
    },
    successfactors: {
      name: 'SAP SuccessFactors',
      steps:
        'En el Security Center, cree un par de claves SSH y exporte la pública. Está en formato SSH2, que aquí se acepta tal cual.\nEn el Integration Center, cree un informe CSV programado de todas las personas, también de las que se han ido.\nComo destino introduzca SFTP, {host}:{port}, el usuario {user}, la clave del Security Center y la carpeta /.\nLlame al archivo {file} sin marca de tiempo, prográmelo una vez al día, y ejecútelo una vez ahora.',
    },
    sap_hcm: {
      name: 'SAP HCM (local)',
      steps:
        'Haga que un programa o una consulta escriba a todas las personas en {file} en el servidor de aplicaciones. Una fila por contrato está bien.\nPida a Basis que cree un par de claves para el usuario de sistema de ese servidor.\nDespués de la exportación, llame a sftp como comando externo con el servidor {host}, el puerto {port} y el usuario {user}.\nPrograme los dos pasos como un solo job, una vez al día, y ejecútelo una vez ahora.',
    },
    workday: {
      name: 'Workday',
      steps:
        'Cree un informe personalizado avanzado de todas las personas activas y de las que se han ido, y dé a las columnas nombres comprensibles.\nEn «Create X.509 or SSH key pair», cree un par e introduzca aquí la clave pública.\nCree a partir del informe un EIB de salida: CSV, entrega por SFTP a sftp://{host}:{port}, usuario {user}, autenticación por SSH, carpeta /.\nPonga {file} como nombre de archivo, sin número de secuencia, prográmelo una vez al día, y ejecútelo una vez ahora.',
    },
    adp: {
      name: 'ADP',
      steps:
        'Pida a su contacto de ADP una exportación automática por SFTP con acceso por clave. ADP la configura por usted, a menudo de pago.\nEntréguele esta página, la lista de columnas y el nombre {file}.\nADP le envía su clave pública: introdúzcala en el paso anterior.\nPida una ejecución al día, y una primera ahora.',
    },
    personio: {
      name: 'Personio',
      steps:
        'Personio no envía por sí mismo informes personalizados por SFTP: un pequeño programa suyo, o un socio de Personio, obtiene los datos por la API.\nHaga que escriba una fila por persona en {file}. En los informes históricos el nombre solo está en la primera fila de cada persona.\nHaga que suba el archivo a {host}, puerto {port}, como {user}, con la clave privada.\nEjecútelo una vez al día, y una vez ahora.',
    },
    openssh: {
      name: 'Linux o macOS (OpenSSH)',
      steps:
        'Ponga la clave privada junto a {file}.\nEjecute estos comandos. El primero solo hace falta una vez; el último puede ir en cron.',
    },
    winscp: {
      name: 'Windows con WinSCP',
      steps:
        'Abra la clave privada en PuTTYgen y guárdela como archivo PPK.\nDesactive la reanudación y los nombres temporales, como aquí: dejan trozos de archivos.\nConéctese una vez a mano y compare la clave del servidor. Después, deje que el programador de tareas ejecute este comando una vez al día.',
    },
  },
}
