import type { archiveSentences } from '#core/issues/sentences/of-archives.ts'
import type { Sentences } from '../../sentences.ts'

const nothing = 'No se ha aplicado nada de él.'

export const ofArchives: Sentences<keyof typeof archiveSentences> = {
  archiveCutShort: {
    message: `El archivo está cortado: le falta el final. ${nothing}`,
    fix: 'Exporte de nuevo el archivo y vuelva a subirlo, completo.',
  },
  archiveDamaged: {
    message: `El archivo comprimido está dañado y no se puede descomprimir. ${nothing}`,
    fix: 'Comprima de nuevo la exportación y súbala en modo binario.',
  },
  archiveUnpacksTooFar: {
    message: `Descomprimido, el archivo ocuparía más de 200 veces su tamaño, y ninguna exportación hace eso. ${nothing}`,
    fix: 'Suba la propia exportación, sin comprimir.',
  },
  fileUnpacksTooLarge: {
    message: 'Descomprimido, el archivo supera los {limit} MB: es demasiado grande para leerlo aquí.',
    fix: 'Exporte menos columnas, o solo las personas necesarias. Para probar una asignación bastan las primeras filas.',
  },
  archiveTooLarge: {
    message: `El archivo zip supera los {limit} MB. ${nothing}`,
    fix: 'Comprima la exportación con gzip (.gz), que no tiene ese límite, o súbala tal cual.',
  },
  archiveEmpty: {
    message: `El archivo zip no contiene ningún archivo. ${nothing}`,
    fix: 'Revise la exportación: puede haber comprimido antes de que se escribiera.',
  },
  archiveOfSeveral: {
    message: `El archivo zip contiene {count} archivos, y ninguno de sus nombres dice qué contiene. ${nothing}`,
    fix: 'Llame a los archivos del zip según lo que contienen, por ejemplo employees.csv y absences.csv, o ponga una sola exportación en cada zip.',
  },
  packedTwice: {
    message: `Lo que contiene el archivo comprimido está comprimido o cifrado otra vez. ${nothing}`,
    fix: 'Comprima la exportación una sola vez, como .gz o .zip, y cífrela después, si ha de ir cifrada.',
  },
  packingUnknown: {
    message: 'El archivo zip está comprimido de una forma que aquí no se lee.',
    fix: 'Haga un archivo zip corriente (deflate), o use gzip.',
  },
  passwordProtected: {
    message: `El archivo está protegido con una contraseña que aquí nadie conoce. ${nothing}`,
    fix: 'Comprímalo sin contraseña, o cífrelo con la clave PGP de los datos de conexión.',
  },
  encryptionMissing: {
    message: `El archivo no está cifrado, y aquí solo se aceptan archivos cifrados con PGP. ${nothing}`,
    fix: 'Cífrelo con la clave PGP de los datos de conexión y vuelva a subirlo.',
  },
  otherPgpKey: {
    message: `El archivo está cifrado para otra clave ({keys}). ${nothing}`,
    fix: 'Cífrelo con la clave PGP de los datos de conexión ({expected}) y vuelva a subirlo.',
  },
  noPgpKey: {
    message: `El archivo está cifrado para otra clave ({keys}). ${nothing}`,
    fix: 'Aquí no se puede leer: no hay clave privada. Use el archivo como estaba antes de cifrarlo.',
  },
  pgpUnreadable: {
    message: `El archivo no se puede descifrar: se modificó por el camino, o se cifró sin protección de integridad. ${nothing}`,
    fix: 'Cifre de nuevo la exportación como dicen los datos de conexión y súbala en modo binario.',
  },
  archiveUnpacked: {
    message: 'Cada uno de estos archivos del zip cuenta como un archivo propio: {files}.',
    fix: 'Nada que hacer. Lo que ha sido de cada uno se dice allí.',
  },
  archiveMembersUnnamed: {
    message:
      'Los nombres de estos archivos del zip no dicen qué contienen, así que no se ha aplicado nada de ellos: {files}.',
    fix: 'Llámelos según lo que contienen, por ejemplo employees.csv, o únalos a otro archivo en la asignación. Si no se necesitan, no hay nada que hacer.',
  },
  archiveMembersPacked: {
    message: 'Estos archivos del zip están comprimidos o cifrados otra vez, así que no se han abierto: {files}.',
    fix: 'Comprima cada exportación una sola vez.',
  },
  archiveMembersForeign: {
    message: 'Por su nombre, estos archivos del zip no son archivos de datos y se han dejado de lado: {files}.',
    fix: 'Nada que hacer si es así. Si no, póngales la extensión de lo que son, por ejemplo .csv.',
  },
  archiveMembersEmpty: {
    message: 'Estos archivos del zip están vacíos: {files}.',
    fix: 'Revise la tarea de exportación: quizá comprimió antes de que se escribieran las exportaciones.',
  },
  archiveMembersTwice: {
    message: 'El zip contiene estos archivos dos veces; se ha tomado el primero de cada uno: {files}.',
    fix: 'Ponga cada exportación una sola vez en el zip.',
  },
}
