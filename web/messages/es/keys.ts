import type { PublicKeyRefusal } from '#core/connect/public-key-refusals.ts'

const refusals: Readonly<Record<PublicKeyRefusal, string>> = {
  EMPTY: 'Pegue una clave pública: la única línea del archivo cuyo nombre termina en «.pub».',
  PRIVATE_KEY:
    'Esta es una clave privada. No se ha enviado a ninguna parte y se ha quitado de esta página. Pegue en su lugar la clave pública, del archivo cuyo nombre termina en «.pub».',
  SEVERAL_KEYS: 'Hay más de una clave: péguelas de una en una.',
  DSA_KEY: 'Las claves DSA ya no son seguras. Cree una clave nueva de tipo Ed25519.',
  SECURITY_KEY:
    'Una clave en un token de seguridad necesita a una persona en cada acceso. Cree en su lugar una simple clave Ed25519.',
  CERTIFICATE: 'Esto es un certificado SSH. Pegue la clave pública simple de la que procede.',
  PGP_KEY: 'Esto es una clave PGP. Una clave pública SSH empieza por ssh-ed25519, ssh-rsa o ecdsa-sha2-.',
  PEM_KEY:
    'Esta es una clave en formato PEM. Conviértala con «ssh-keygen -i -m PKCS8 -f key.pem» y pegue la línea que se muestra.',
  FINGERPRINT: 'Esto es solo la huella de una clave. Pegue la propia clave.',
  RSA_TOO_SHORT: 'Esta clave RSA tiene menos de 2048 bits y se puede romper. Cree una nueva de 4096 bits.',
  RSA_TOO_LONG: 'Esta clave RSA es más larga de lo que acepta el servidor. Cree una nueva de 4096 bits.',
  TYPE_MISMATCH: 'Esta clave dice ser de un tipo y es de otro. Copie de nuevo la línea entera.',
  CUT_SHORT: 'Esta clave está cortada. Copie de nuevo la línea entera, hasta el final.',
  UNREADABLE: 'Esto no es una clave pública SSH. Es una línea que empieza por ssh-ed25519, ssh-rsa o ecdsa-sha2-.',
}

export const keys = {
  title: 'Una clave en lugar de una contraseña',
  intro:
    'Su sistema de RR. HH. inicia sesión con un par de claves SSH. Se queda con la clave privada; aquí se introduce la pública. Si su departamento de TI o su sistema le ha dado una, péguela. Si no, cree aquí un par.',
  list: 'Claves',
  bits: '{bits} bits de longitud',
  new: 'nueva',
  addedAt: 'añadida el {date}',
  remove: 'Quitar',
  removeThis: 'Quitar la clave {fingerprint}',
  rotation:
    'Para cambiar de clave sin interrupción, añada la nueva, cambie su sistema de RR. HH. y después quite la antigua. Hasta entonces valen las dos.',
  ways: 'Cómo introducir una clave',
  another: 'Añadir otra clave',
  have: 'Tengo una clave pública',
  makeHere: 'Crear aquí un par',
  paste: 'Clave pública',
  pasteHelp: 'En el formato de OpenSSH, de RFC 4716 (SSH2) o como la guarda PuTTY.',
  drop: 'O suelte aquí el archivo.',
  chooseFile: 'Elegir archivo',
  makeHelp:
    'Su navegador crea un par Ed25519. La clave privada se guarda como archivo en este ordenador y nunca sale de él; solo se envía la pública. Entregue el archivo a quien configure la subida en su sistema de RR. HH.',
  make: 'Crear un par de claves',
  made: 'La clave privada se ha guardado como {file}. Nadie puede dársela por segunda vez, así que guárdela bien. La clave pública está en la lista.',
  saveAgain: 'Guardar de nuevo la clave privada',
  cannotMake:
    'Este navegador no puede crear una clave así. Use uno más reciente, o este comando en cualquier ordenador:',
  connect: 'Crear la conexión',
  refusals,
}
