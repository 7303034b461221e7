export const dataPoints = {
  title: 'Qué envía su sistema de RR. HH.',
  intro:
    'Su sistema de RR. HH. sube estos archivos (CSV, Excel o JSON) por sí mismo, por ejemplo cada noche. Las columnas pueden tener otros nombres y cualquier orden: se asignan en cuanto llega el primer archivo.',
  files: 'Archivos',
  required: 'necesario',
  optionalFile: 'envíelo si lo tiene',
  columns: '{count, plural, one {Columna} other {Columnas}}',
  example: 'por ejemplo {example}',
  shareFile: 'Compartir {file}',
  notShared: 'Este archivo no se comparte. No se guarda nada de él, aunque llegue.',
  rule: 'Lo que no está marcado como necesario puede faltar o estar vacío. Lo que usted desactiva no se guarda, aunque esté en el archivo.',
  template: 'Descargar plantilla',
  copyList: 'Copiar lista',
  list: {
    heading: '{file}, una fila por entrada, con estas columnas:',
    required: '(necesario)',
  },
}
