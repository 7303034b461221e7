import type { AttemptReason } from '#core/connect/attempt.ts'

const reasons: Readonly<Record<AttemptReason, string>> = {
  NO_KEY_OFFERED:
    'No se ofreció ninguna clave SSH, quizá una contraseña. En su sistema de RR. HH., elija el acceso por clave pública y la clave privada que corresponde a la introducida aquí.',
  UNKNOWN_KEY:
    'El usuario es correcto, pero la clave no es una de las introducidas aquí. Introduzca la clave pública que usa su sistema, o elija allí la otra clave privada.',
  WRONG_USER: 'La clave es correcta, pero el usuario no. Copie el usuario de los datos de conexión, letra por letra.',
  SIGNATURE_WEAK:
    'Su sistema de RR. HH. firma con SHA-1, que ya no es seguro. Actualice su cliente SFTP, o use una clave Ed25519 o ECDSA.',
  SIGNATURE_INVALID: 'La clave privada de su sistema está dañada o pertenece a otra clave pública. Cree un par nuevo.',
  WRONG_FOLDER: 'La carpeta no existe. Ponga la carpeta remota en /, o déjela vacía.',
  CONNECTION_LOST:
    'La conexión se cortó antes de que el archivo estuviera completo. Lo que llegó no se usa: haga que su sistema lo suba de nuevo.',
  RANDOM_ACCESS:
    'Partes del archivo se escribieron en desorden. Desactive la reanudación y las subidas por varias conexiones.',
}

export const live = {
  title: 'Esperando a su sistema de RR. HH.',
  intro:
    'Inicie ahora la subida en su sistema de RR. HH. Esta página muestra enseguida lo que llega, y por qué algo no llega.',
  looking: 'Comprobando …',
  waitingForLogin: 'Esperando el primer acceso',
  loggedIn: 'Acceso correcto, {at}',
  waitingForFile: 'Esperando el primer archivo',
  fileArrived: 'Ha llegado el primer archivo, {at}',
  reading: 'Leyendo el archivo',
  read: 'El archivo se ha leído',
  refused: 'Se rechazó un acceso a las {at}.',
  uploadFailed: 'Una subida falló a las {at}.',
  reasonUnknown: 'No se conoce el motivo. Inténtelo de nuevo, y compare cada línea de los datos de conexión.',
  client: 'Programa: {client}',
  reasons,
  files: 'Archivos',
  manifest: 'un manifiesto, sin datos',
  states: {
    RECEIVED: 'recibido',
    ARCHIVED: 'recibido',
    QUEUED: 'aún sin aplicar',
    ACCEPTED: 'aplicado',
    REFUSED: 'rechazado',
    SUPERSEDED: 'sustituido por uno más reciente',
    EXCLUDED: 'retirado',
    UNPACKED: 'descomprimido',
    IGNORED: 'no usado',
    REJECTED: 'vacío',
  },
  sample: '¿Todavía no hay archivo?',
  sampleHelp:
    'Pruebe una exportación a mano. Solo se mira, para que vea cómo se entendería; no se aplica nada de ella.',
  drop: 'Suelte aquí un archivo CSV, Excel o JSON.',
  choose: 'Elegir archivo',
  noNeedToWait:
    'No tiene que esperar aquí. Finalice ahora, y todo sigue cuando llegue el primer archivo. Su enlace vuelve a esta página.',
  upload: {
    sending: 'Enviando {file}',
    progress: '{sent} de {all}',
    heard: '{percent} enviado',
    cancel: 'Cancelar el envío',
  },
}
