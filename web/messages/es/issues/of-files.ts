import type { fileSentences } from '#core/issues/sentences/of-files.ts'
import type { Sentences } from '../../sentences.ts'

const uploadAgain = 'Exporte de nuevo el archivo y vuelva a subirlo, completo.'
const asCsv = 'Ponga la exportación en CSV (coma, punto y coma o tabulador entre las columnas) y vuelva a subirla.'
const switchNamesOn =
  'Active en la exportación los nombres de las columnas (encabezados), para que sean la primera fila del archivo.'
const noTable = `No contiene una tabla de texto. ${asCsv}`
const padded = 'Si estas columnas deben contener algo, revise la exportación: faltan separadores al final de las filas.'
const cellForEach =
  'Cada fila necesita una celda para cada columna, aunque esté vacía. Un salto de línea dentro de una celda debe ir entre comillas.'

export const ofFiles: Sentences<keyof typeof fileSentences> = {
  fileTooLarge: {
    message: 'El archivo tiene más de {rows} filas, más de lo que admite una sincronización.',
    fix: 'Deje fuera de la exportación a quien no haga falta, o divídala por empresas y conecte cada parte por separado.',
  },
  fileTooLargeAlone: {
    message: 'El archivo tiene más de {rows} filas: es demasiado cuando las filas se unen o dependen unas de otras.',
    fix: 'Exporte menos filas, o un archivo en el que cada fila lo diga todo de su persona.',
  },
  fileTemporary: {
    message: 'Los programas dan este nombre a un archivo mientras lo suben, por eso no se ha leído.',
    fix: 'No hay nada que hacer si el programa lo renombra después. Si el archivo se queda así, súbalo con su nombre definitivo.',
  },
  fileNameUnclaimed: {
    message: 'El nombre no dice qué contiene el archivo, así que no se ha aplicado nada de él.',
    fix: 'Llame al archivo {names}; a la palabra puede seguirle una fecha, como en employees-2026-01-31.csv. O únalo a otro archivo en la asignación. Si el nombre no puede cambiar, el proveedor puede indicar su palabra en la integración (file_names); después vuelva a subir el archivo.',
  },
  fileWithoutBytes: {
    message: 'El archivo no tiene contenido (0 bytes), así que no se ha cambiado nada.',
    fix: 'Revise la exportación: puede haber fallado, o haber subido el archivo antes de escribirlo. Después vuelva a subirlo.',
  },
  fileBlank: { message: 'El archivo está vacío. No se ha cambiado nada.', fix: uploadAgain },
  fileGone: {
    message: 'El archivo se borró o se renombró antes de poder leerlo, así que no se ha cambiado nada.',
    fix: 'Vuelva a subir el archivo y déjelo donde está: los archivos recibidos se retiran solos.',
  },
  uploadBrokenOff: {
    message: 'La subida se interrumpió y solo llegó una parte del archivo. No se utiliza.',
    fix: 'Haga que el sistema de RR. HH. vuelva a subir el archivo. Si se repite, busque allí un límite de tiempo o una conexión inestable.',
  },
  fileNotKept: {
    message: 'Había que rehacer los datos, pero el archivo del que proceden ya no se conserva.',
    fix: 'Vuelva a subir el archivo o espere al siguiente: se aplicará con la asignación y los ajustes de ese momento.',
  },
  deltaChainBroken: {
    message:
      'Los datos vienen de un archivo completo y de los cambios posteriores, y uno de estos archivos ya no se conserva o no cuenta. No se aplicó nada, porque nadie puede saber qué decía.',
    fix: 'Suba un archivo completo, con «full» en su nombre (employees-full.csv): a partir de él se empieza de nuevo.',
  },
  deltaChainTooLong: {
    message: 'Mil archivos de cambios han seguido al último completo. No se aplicó nada.',
    fix: 'Suba un archivo completo, con «full» en su nombre (employees-full.csv): a partir de él se empieza de nuevo.',
  },
  deltaJoined: {
    message:
      'El archivo solo contiene los cambios, pero los archivos de este tipo se unen con otros. No se aplicó nada de él.',
    fix: 'Suba un archivo completo o quite las uniones de la asignación.',
  },
  fileSuperseded: {
    message: 'Antes se aplicó un archivo más reciente del mismo tipo, así que este no hizo falta.',
    fix: 'No hay nada que hacer. Si a pesar de todo es el correcto, vuelva a subirlo.',
  },
  fileExcluded: {
    message: 'Lo que trajo este archivo se deshizo, y ya no se utiliza.',
    fix: 'Suba un archivo corregido. Si a pesar de todo este era el correcto, vuelva a subirlo.',
  },
  fileBinary: {
    message: 'El archivo no contiene texto legible, aunque su nombre lo diga.',
    fix: 'Revise qué ha escrito en él el sistema de RR. HH.; suba la exportación como CSV.',
  },
  fileIsExcel: {
    message: 'El archivo es un libro de un tipo que aquí no se lee (como .xls, .xlsb u .ods).',
    fix: 'Guárdelo en Excel o en el sistema de RR. HH. como .xlsx o como CSV y suba ese archivo.',
  },
  fileIsCompressed: {
    message: 'El archivo está comprimido de una forma que aquí no se lee.',
    fix: 'Comprímalo como .zip o .gz, o suba el propio archivo CSV.',
  },
  fileIsEncrypted: {
    message: 'El archivo es una clave PGP, una firma o un texto firmado, no un archivo cifrado.',
    fix: 'Suba el propio archivo cifrado, o el archivo CSV tal como está: SFTP lo cifra por el camino.',
  },
  fileIsXml: {
    message: 'El archivo es XML o HTML, no una tabla de texto.',
    fix: `XML no se puede leer. ${asCsv}`,
  },
  fileIsPdf: { message: 'El archivo es un documento PDF, no una tabla de texto.', fix: noTable },
  fileIsParquet: { message: 'El archivo es un archivo Parquet, no una tabla de texto.', fix: noTable },
  fileIsPicture: { message: 'El archivo es una imagen, no una tabla de texto.', fix: noTable },
  fileIsResult: {
    message:
      'El archivo es una tabla de resultados que se dejó aquí en la carpeta, no una exportación. No se ha aplicado nada de él.',
    fix: 'Suba la exportación del sistema de RR. HH. Las tablas de resultados son solo para leerlas y pueden borrarse.',
  },
  headerTooLong: {
    message: 'En la fila {row} deberían estar los nombres de las columnas, pero es demasiado larga para eso.',
    fix: 'Compruebe que la primera fila contiene los nombres de las columnas y termina con un salto de línea.',
  },
  headerBlank: {
    message: 'En la fila {row} deberían estar los nombres de las columnas, pero está vacía.',
    fix: switchNamesOn,
  },
  headerBelowEnd: {
    message: 'En la fila {row} deberían estar los nombres de las columnas, pero el archivo tiene menos filas.',
    fix: switchNamesOn,
  },
  headerHoldsEmail: {
    message:
      'En la fila {row} deberían estar los nombres de las columnas, pero su celda {cell} es una dirección de correo.',
    fix: switchNamesOn,
  },
  headerHoldsDate: {
    message: 'En la fila {row} deberían estar los nombres de las columnas, pero su celda {cell} es una fecha.',
    fix: switchNamesOn,
  },
  headerHoldsTruth: {
    message:
      'En la fila {row} deberían estar los nombres de las columnas, pero su celda {cell} es un valor como «sí» o «true».',
    fix: switchNamesOn,
  },
  headerHoldsNumbers: {
    message: 'En la fila {row} deberían estar los nombres de las columnas, pero la mayoría de sus celdas son números.',
    fix: switchNamesOn,
  },
  headerAbsent: {
    message:
      'La fila {row} ya contiene datos y ninguna fila anterior contiene nombres de columnas, así que las columnas se llaman «column 1», «column 2», etc.',
    fix: switchNamesOn,
  },
  headerFound: {
    message: 'Los nombres de las columnas se han encontrado en la fila {row}; lo que está por encima se ha omitido.',
    fix: 'No hay que hacer nada si es así. Si no, indique en la asignación qué fila los contiene.',
  },
  headerDuplicate: {
    message: 'Dos columnas se llaman «{name}»; la segunda se llama aquí «{renamed}».',
    fix: 'Dé a cada columna de la exportación un nombre propio.',
  },
  tooManyColumns: {
    message: 'La fila {row} tiene más de {limit} columnas. No se ha aplicado nada de este archivo.',
    fix: 'Exporte solo las columnas necesarias. Si la exportación tiene menos, sus separadores o saltos de línea están dañados.',
  },
  noRows: {
    message: 'El archivo tiene nombres de columnas, pero ninguna fila debajo.',
    fix: 'Revise el filtro de la exportación en el sistema de RR. HH. Si debe estar vacío, no hay nada que hacer.',
  },
  lastColumnPadded: {
    message: 'Ninguna fila tiene una celda para la última columna ({columns}); cuenta como vacía.',
    fix: padded,
  },
  lastColumnsPadded: {
    message: 'Ninguna fila tiene celdas para las últimas {count} columnas ({columns}); cuentan como vacías.',
    fix: padded,
  },
  quoteMisplaced: {
    message:
      'Hay unas comillas donde no pueden estar, por lo que no se distinguen las celdas de esta fila. Las líneas hasta las comillas siguientes pueden formar parte de ella.',
    fix: 'Ponga toda la celda entre comillas y duplique las de dentro ("tubo 5"""), o quite las que sobran.',
  },
  quoteNotClosed: {
    message:
      'En la fila {row} se abren unas comillas que nunca se cierran: todo lo que sigue sería una sola celda. No se ha aplicado nada de este archivo.',
    fix: 'Quite o duplique las comillas que sobran en la fila {row}. Si el archivo se cortó al escribirlo, vuelva a subirlo.',
  },
  encodingInvalid: {
    message: 'Esta fila contiene bytes que no son caracteres en la codificación del resto del archivo.',
    fix: 'Exporte todo el archivo en una sola codificación, UTF-8 si puede elegir.',
  },
  recordTooLong: {
    message: 'La fila {row} supera {limit} MB. No se ha aplicado nada de este archivo.',
    fix: 'Compruebe que cada fila termina con un salto de línea y deje documentos e imágenes fuera de la exportación.',
  },
  fileCutShort: {
    message: 'El archivo termina en medio de la fila {row}. No se ha aplicado nada de él.',
    fix: uploadAgain,
  },
  rowTooLong: {
    message: 'La fila tiene más celdas que columnas hay ({columns}).',
    fix: 'Una celda que contiene el separador debe ir entre comillas: revise la exportación o el texto de esta fila.',
    example: '{cells} celdas',
  },
  rowTooShort: {
    message: 'La fila tiene menos celdas que columnas hay ({columns}).',
    fix: cellForEach,
    example: '{cells} celdas',
  },
  rowOfOneCell: {
    message: 'La fila tiene menos celdas que columnas hay ({columns}).',
    fix: cellForEach,
    example: '1 celda',
  },
  rowOfText: {
    message: 'Estas filas al final del archivo son texto y los datos de nadie, así que se han dejado de lado.',
    fix: 'Nada que hacer. Sin líneas finales en la exportación, este aviso desaparece.',
  },
  rowExplains: {
    message: 'La fila {row} explica las columnas y no tiene los datos de nadie, así que se ha dejado de lado.',
    fix: 'Nada que hacer si es así. Si no, indique en la asignación la fila con los nombres de las columnas.',
  },
  rowOfTotals: {
    message: 'Estas filas contienen totales y los datos de nadie, así que se han dejado de lado.',
    fix: 'Nada que hacer. Sin totales en la exportación, este aviso desaparece.',
  },
}
