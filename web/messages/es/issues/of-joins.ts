import type { joinSentences } from '#core/issues/sentences/of-joins.ts'
import type { Sentences } from '../../sentences.ts'

export const ofJoins: Sentences<keyof typeof joinSentences> = {
  fileAwaited: {
    message: 'A la espera de {names, y}: los archivos de un conjunto se aplican juntos.',
    fix: 'No hay nada que hacer si está en camino. Si no, súbalo, o quite su unión de la asignación.',
  },
  filesMayFollow: {
    message: 'A la espera de que no llegue ningún archivo del conjunto durante {minutes} minutos.',
    fix: 'No hay nada que hacer: los archivos se aplican después juntos.',
  },
  fileIsManifest: {
    message: 'Indica que un conjunto de archivos está completo. No se lee ningún dato de él.',
    fix: 'No hay nada que hacer.',
  },
  manifestAwaited: {
    message:
      'A la espera del manifiesto «{name}», que se sube después de estos archivos e indica que su conjunto está completo.',
    fix: 'No hay nada que hacer si está en camino. Si no, súbalo: puede estar vacío, o nombrar los archivos. O quite el manifiesto de la asignación.',
  },
  listedFilesAwaited: {
    message:
      'A la espera de {names, y}, que el manifiesto {manifest} enumera: los archivos de un conjunto se aplican juntos.',
    fix: 'No hay nada que hacer si está en camino. Si no, súbalo, o suba un manifiesto que no lo nombre.',
  },
  filesAwaitedAgain: {
    message: 'De nuevo a la espera de {names, y}: el archivo se rechazó, así que no se aplica nada de su conjunto.',
    fix: 'Suba el archivo corregido y, después, otra vez un manifiesto.',
  },
  manifestTooLong: {
    message:
      'Un manifiesto contiene los nombres de los archivos y nada más, pero este archivo tiene más de {kilobytes} KB.',
    fix: 'Suba un manifiesto vacío, o que nombre los archivos. Si este archivo contiene datos, elija en la asignación otro nombre para los manifiestos.',
  },
  joinColumnMissing: {
    message: 'El archivo no tiene la columna «{column}», por la que está unido a {join}.',
    fix: 'Vuelva a poner la columna en la exportación, o elija en la asignación otras columnas clave.',
  },
  joinKeyRepeated: {
    message: 'Una fila posterior tiene la misma clave y dice otra cosa, así que estas filas no cuentan.',
    fix: 'Exporte una fila por clave, o diga en la asignación qué filas cuentan, por ejemplo las del contrato vigente.',
  },
  joinRowMissing: {
    message: '{file} no tiene ninguna fila con la clave de estas filas, así que ahí sus columnas quedan vacías.',
    fix: 'No hay nada que hacer si es así. Si no, compruebe que los dos archivos escriben la clave igual, ceros iniciales incluidos.',
  },
  joinTooLarge: {
    message: 'Los archivos unidos contienen más de {rows} filas, o {characters} caracteres en las columnas usadas.',
    fix: 'Haga del archivo con más filas el principal, exporte menos filas, o asigne menos de sus columnas.',
  },
}
