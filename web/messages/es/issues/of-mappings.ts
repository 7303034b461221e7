import type { mappingSentences } from '#core/issues/sentences/of-mappings.ts'
import type { Sentences } from '../../sentences.ts'

const idColumnBack =
  'Vuelva a poner la columna con este nombre en la exportación, o elija en la asignación otra columna como id.'
const columnBack = 'Vuelva a poner la columna con este nombre en la exportación, o cambie la asignación.'
const checkId =
  'Revise la columna del id antes de aprobar la asignación: debe ser distinta en cada fila y no cambiar nunca.'

export const ofMappings: Sentences<keyof typeof mappingSentences> = {
  idColumnMissing: {
    message:
      'El archivo no tiene la columna «{column}», que dice de quién es cada fila. Las columnas son: {columns}. No se ha aplicado nada del archivo.',
    fix: idColumnBack,
  },
  idColumnRenamed: {
    message:
      'El archivo no tiene la columna «{column}», que dice de quién es cada fila. Quizá ahora se llame «{likely}». Las columnas son: {columns}. No se ha aplicado nada del archivo.',
    fix: idColumnBack,
  },
  mappedColumnMissing: {
    message:
      'El archivo no tiene la columna «{column}», de la que sale el campo {field}. No se ha aplicado nada del archivo.',
    fix: columnBack,
  },
  mappedColumnRenamed: {
    message:
      'El archivo no tiene la columna «{column}», de la que sale el campo {field}. Quizá ahora se llame «{likely}». No se ha aplicado nada del archivo.',
    fix: columnBack,
  },
  fieldUnknown: {
    message: 'La asignación llena «{name}», que no es un campo conocido ({dataset}).',
    fix: 'Corrija el nombre del campo en la asignación, o quítelo.',
  },
  fieldNotMapped: {
    message: 'La asignación no llena {fields, o}; sin eso no sirve ninguna fila ({dataset}).',
    fix: 'Elija en la asignación una columna para {fields, o}.',
  },
  constantUnreadable: {
    message: 'La asignación da a {field} un valor fijo que este campo no puede contener.',
    fix: 'Corrija el valor fijo en la asignación: las fechas como yyyy-MM-dd, los números con punto decimal.',
  },
  filterFieldMissing: {
    message: 'El filtro mira {field}, que ninguna columna del archivo llena. No se ha aplicado nada del archivo.',
    fix: 'Elija en la asignación una columna para {field}, o quite la regla del filtro.',
  },
  dataPointMissing: {
    message: 'El archivo no tiene ninguna columna que llene {point}, que es obligatorio.',
    fix: 'Añada a la exportación una columna como «{column}», o elija en la asignación la columna que lo contiene.',
  },
  mappingNotApproved: {
    message:
      'El archivo ha llegado, pero no se aplica nada de él antes de que se apruebe la asignación de sus columnas.',
    fix: 'Revise la asignación propuesta y apruébela; el archivo se aplicará entonces sin subirlo otra vez.',
  },
  setupNotConfirmed: {
    message:
      'El archivo ha llegado, pero no se aplica nada de él antes de que se confirmen los pasos de la configuración.',
    fix: 'Termine la configuración; el archivo se aplicará entonces sin subirlo otra vez.',
  },
  idRepeats: {
    message:
      '«{column}» parece el id, pero de {rows} filas de muestra, {repeats} repiten un id y {blank} no tienen ninguno.',
    fix: checkId,
  },
  idsTogetherRepeat: {
    message: 'Ninguna columna es un id, e incluso {columns} juntas se repiten en la muestra.',
    fix: checkId,
  },
  noColumnIsId: {
    message: 'Ninguna columna parece un id. Se propone «{column}» porque es la que más varía de una fila a otra.',
    fix: checkId,
  },
  dateAmbiguous: {
    message: 'En ninguna fila del archivo se distinguen día y mes; se supone {format}.',
    fix: 'Revise una fecha que conozca antes de aprobar la asignación, y corrija el formato si es al revés.',
  },
  datesMixed: {
    message:
      'Algunas fechas solo se leen con el día primero, otras solo con el mes primero; se supone {format}, como en la mayoría.',
    fix: 'Haga que la exportación escriba todas las fechas de la columna igual, o compruebe qué es correcto antes de aprobar la asignación.',
  },
  columnUnfit: {
    message:
      'La columna se llama como un campo conocido, pero demasiadas de sus celdas no se pueden leer así de una sola manera; por eso no se propone.',
    fix: 'Haga que la exportación la escriba igual en cada fila (días como AAAA-MM-DD, números solos), o asígnela antes de aprobar.',
  },
  dateZoned: {
    message:
      'Los días de la columna tienen hora y zona. Cuenta el día tal como está escrito; si la hora es medianoche en otro lugar, como 22:00Z, es el día anterior.',
    fix: 'Compare un día que conozca antes de aprobar la asignación. Si es uno antes, haga que la exportación escriba los días sin hora.',
  },
  thousandsAssumed: {
    message: 'Cada número de la columna podría tener miles o tres decimales, como 1.234; se suponen miles.',
    fix: 'Compruebe un número que conozca antes de aprobar la asignación, y corrija el signo decimal si es al revés.',
  },
  decimalsAssumed: {
    message: 'Cada número de la columna podría tener miles o tres decimales, como 1.234; se suponen decimales.',
    fix: 'Compruebe un número que conozca antes de aprobar la asignación, y corrija el signo decimal si es al revés.',
  },
  blocksAssumed: {
    message:
      'El informe parece imprimir {columns, y} una sola vez por bloque de filas: una celda vacía se toma por lo que está encima.',
    fix: 'Compruebe a personas en medio de un bloque antes de aprobar la asignación. Si vacío significa vacío, quite la columna.',
  },
  flagAssumed: {
    message: 'Hay personas con varias filas. Cuenta la que marca «{column}»; las demás son su historial.',
    fix: 'Compruebe a alguien con varias filas antes de aprobar la asignación.',
  },
  latestAssumed: {
    message: 'Hay personas con varias filas. Cuenta la que vale hoy según «{column}»; las demás son su historial.',
    fix: 'Compruebe a alguien con varias filas antes de aprobar la asignación.',
  },
}
