import type { rowSentences } from '#core/issues/sentences/of-rows.ts'
import type { Sentences } from '../../sentences.ts'

const keptBack = 'La fila se ha dejado fuera, y lo guardado queda como estaba (campo {field}).'
const plainNumbers =
  'Exporte esta columna como números simples, sin unidades, o cambie el signo decimal en la asignación.'
const addWord = 'Añada la palabra a la tabla de valores de la asignación, o exporte una conocida.'
const topOfAll = 'No hay nada que hacer si su sistema de RR. HH. marca así la cúspide de la organización.'

export const ofRows: Sentences<keyof typeof rowSentences> = {
  dateOrderChanged: {
    message:
      'Las fechas de la columna se esperan como {format}, pero la mayoría, {count} desde la fila {row}, solo se leen con día y mes al revés; todas las demás serían erróneas.',
    fix: 'Haga que la exportación vuelva a escribir {format}. Si el cambio es intencionado, cambie el formato de fecha en la asignación: el archivo se aplica entonces sin otra subida.',
  },
  dateUnreadable: {
    message: `La celda no es una fecha como {format}. ${keptBack}`,
    fix: 'Exporte esta columna como {format}, o cambie el formato de fecha en la asignación. El día debe existir en el calendario.',
  },
  dateTimeUnreadable: {
    message: `La celda no es una fecha como {format} con hora. ${keptBack}`,
    fix: 'Exporte esta columna como {format} con hora, o cambie el formato de fecha en la asignación. El día debe existir en el calendario.',
  },
  timeUnreadable: {
    message: `La celda no es una hora. ${keptBack}`,
    fix: 'Exporte esta columna como HH:mm o HH:mm:ss.',
  },
  numberWithCommaUnreadable: {
    message: `La celda no es un número con coma decimal. ${keptBack}`,
    fix: plainNumbers,
  },
  numberWithPointUnreadable: {
    message: `La celda no es un número con punto decimal. ${keptBack}`,
    fix: plainNumbers,
  },
  booleanUnreadable: {
    message: `La celda no dice ni sí ni no. ${keptBack}`,
    fix: 'Exporte sí/no, true/false o 1/0, o añada esta palabra a la tabla de valores de la asignación.',
  },
  emailInvalid: {
    message: 'La celda no es una dirección de correo, por eso el campo {field} queda vacío.',
    fix: 'Corrija la dirección en el sistema de RR. HH.',
  },
  phoneInvalid: {
    message: 'El número de teléfono no puede ser del país que indica, por eso se ha guardado tal cual ({field}).',
    fix: 'Corrija el número en el sistema de RR. HH.; con el prefijo del país, como +34, se entiende en todas partes.',
  },
  ibanInvalid: {
    message:
      'El número de cuenta no es un IBAN válido: su longitud o sus dígitos de control son erróneos. Se ha guardado tal cual ({field}).',
    fix: 'Compárelo con los datos bancarios de la persona y corríjalo en el sistema de RR. HH.; un número de cuenta nacional necesita una columna propia.',
  },
  wordPassedOn: { message: 'La palabra no se conoce ({field}); se ha pasado tal cual.', fix: addWord },
  wordLeftOut: { message: 'La palabra no se conoce ({field}); el campo queda vacío.', fix: addWord },
  cellTooLong: {
    message: `La celda supera los {limit} caracteres. ${keptBack}`,
    fix: 'Acorte el texto en el sistema de RR. HH., o quite esta columna de la asignación.',
  },
  cellUnusable: {
    message: 'La celda no sirve. La fila se ha dejado fuera, y lo guardado queda como estaba.',
    fix: 'Corrija la celda en el sistema de RR. HH.',
  },
  idMissing: {
    message:
      'La fila no tiene id y se ha dejado fuera. Mientras un archivo tenga filas así, nadie se elimina por su causa.',
    fix: 'Llene el id ({columns, y}) en cada fila de la exportación; quite las filas de título y de total.',
  },
  idDuplicate: {
    message: 'El id está en varias filas que dicen cosas distintas, así que no se ha aplicado ninguna.',
    fix: 'Exporte una fila por id, o elija como id una columna distinta en cada fila.',
  },
  personTwice: {
    message:
      'El id se vinculó a otro y el archivo tiene filas de ambos. Cuenta la fila del id más nuevo; esta se ha dejado fuera.',
    fix: 'Quite el id antiguo de la exportación. Si son dos personas, haga que se anule el vínculo.',
  },
  valueMissing: { message: `El campo está vacío. ${keptBack}`, fix: 'Llénelo en cada fila de la exportación.' },
  columnValueMissing: {
    message: `El campo está vacío. ${keptBack}`,
    fix: 'Llene «{column}» en cada fila de la exportación.',
  },
  recordTooLarge: {
    message: 'La fila da más de lo que se puede guardar (300 kB) y se ha dejado fuera.',
    fix: 'Acorte el texto largo de esta fila, o quite su columna de la asignación.',
  },
  managerUnknown: {
    message:
      'Nadie, entre las filas legibles del archivo, es quien figura aquí como responsable, así que la persona se guarda sin responsable.',
    fix: 'Añada al responsable a la exportación, o corrija quién figura ahí. Si también se avisa de la fila del responsable, corrija esa.',
  },
  idRewritten: {
    message:
      'El identificador parece reescrito por una hoja de cálculo (1001.0, 1.23E+05); quizá ya no sea el de su sistema de RR. HH.',
    fix: 'Exporte el archivo directamente del sistema de RR. HH., o dé formato de texto a la columna antes de guardarlo en la hoja de cálculo.',
  },
  managerAmbiguous: {
    message:
      'Varias personas del archivo coinciden con el responsable indicado aquí; la persona se guarda sin responsable.',
    fix: 'Haga que el sistema indique los responsables por su identificador o correo electrónico, y asigne esa columna.',
  },
  managerSelf: {
    message: 'La persona figura como su propio responsable; se guarda sin responsable.',
    fix: topOfAll,
  },
  managerCircle: {
    message:
      'Estas personas dependen unas de otras en círculo, así que la primera del ejemplo se guardó sin responsable. Todas las demás conservan el suyo.',
    fix: 'Corrija en su sistema de RR. HH. el responsable de una de ellas: alguien del círculo depende de una persona de fuera o de nadie.',
  },
  mentionDiffers: {
    message:
      'Hay filas que dicen cosas distintas de la misma ubicación, departamento, empresa o tipo. Decide la primera; lo que dice esta fila no se guarda.',
    fix: 'Dé a cada uno un solo nombre y una sola dirección bajo su id en la exportación. Si la columna se refiere a la persona, como su domicilio, corrija la asignación.',
  },
  parentUnknown: {
    message:
      'Ningún grupo del archivo tiene el id y el tipo que figuran aquí como grupo superior, así que el grupo se guarda sin él.',
    fix: 'Añada el grupo superior a la exportación, o corrija su id. Si es de otro tipo, asigne también parent.type.',
  },
  parentSelf: {
    message: 'El grupo figura como su propio grupo superior; se guarda sin él.',
    fix: topOfAll,
  },
  employeeUnknown: {
    message: 'La persona a la que pertenece esta fila no se conoce, así que de momento la fila no se guarda.',
    fix: 'Se guardará sola en cuanto un archivo de empleados contenga a la persona; revise el id si debería estar.',
  },
  heldForRowsWithoutId: {
    message:
      'Registros que faltan en el archivo: {removals}. Sus filas sin un id legible ({rows}) pueden ser algunos de ellos, así que no se ha eliminado nada.',
    fix: 'Corrija las filas sin id y vuelva a subir el archivo.',
  },
  heldForQuarantine: {
    message:
      'Registros que faltan en el archivo: {removals}. Hubo que dejar fuera tantas filas ({quarantined} de {ids} id) que el archivo puede estar dañado, así que no se ha eliminado nada; todo lo demás se ha aplicado.',
    fix: 'Corrija las filas de las que se avisa aquí y vuelva a subir el archivo.',
  },
  heldForEmptyFile: {
    message: 'El archivo no contiene registros, aunque se conocen {present}, así que no se ha eliminado nada.',
    fix: 'Revise el filtro de la exportación en el sistema de RR. HH. y vuelva a subir el archivo. Si ya no queda nadie, haga eliminar la conexión.',
  },
  heldForMany: {
    message:
      'En el archivo faltan {removals} de {present} registros. Tantos a la vez suelen indicar un archivo cortado, así que no se ha eliminado nada; todo lo demás se ha aplicado.',
    fix: 'Vuelva a subir el archivo completo. Si los registros de verdad ya no existen, apruebe su eliminación.',
  },
  heldForFilter: {
    message:
      'Según lo que dice este archivo, el filtro excluye a {removals} de las {present} personas guardadas. Tantas a la vez suelen indicar una columna que no se llenó, así que quedaron como estaban; todo lo demás se ha aplicado.',
    fix: 'Revise las columnas que mira el filtro y vuelva a subir el archivo. Si estas personas de verdad deben salir, apruebe su eliminación, o cambie el filtro.',
  },
  stillHeld: {
    message:
      'Registros que faltaban en archivos anteriores y también faltan en este: {removals}. Su eliminación espera una decisión; quedaron como están.',
    fix: 'Mire la lista de los retenidos. Apruebe su eliminación si de verdad ya no existen; descártela si deben quedarse.',
  },
  idDrift: {
    message:
      'En el archivo faltan {missing} de los {present} id conocidos, y hay {created} nuevos. Probablemente los id han cambiado, así que no se ha aplicado nada del archivo.',
    fix: 'Exporte los id como antes (con sus ceros iniciales), o elija en la asignación la columna que los contiene, y vuelva a subir el archivo. Si son id nuevos para siempre, pida que se vinculen las personas con ellos; si de verdad son otras personas, pida que se apruebe el archivo.',
  },
  idsSwapped: {
    message:
      'Bajo {swapped} de los {present} id conocidos el archivo tiene a otra persona: el nombre, la fecha de nacimiento y el correo son distintos de los de antes. Probablemente los id se han mezclado, así que no se ha aplicado nada del archivo.',
    fix: 'Compruebe en la exportación que cada fila sigue teniendo el id de su persona (una columna ordenada por separado los desplaza) y vuelva a subir el archivo. Si los id de verdad son ahora de otras personas, pida que se apruebe el archivo.',
  },
}
