export const customFields = {
  title: 'Campos propios',
  intro:
    'Lo que quiere saber de las personas más allá del modelo unificado. Los clientes asignan una columna a cada uno.',
  empty: 'Todavía no hay campos personalizados. Añada el primero y los clientes podrán rellenarlo.',
  add: 'Nuevo campo',
  key: 'Clave',
  keyHint: 'El nombre en la API: letras, cifras y guiones bajos. No se puede cambiar después.',
  model: 'Registros que lo tienen',
  label: 'Etiqueta para los clientes',
  description: 'Qué significa',
  aliases: 'Columnas que lo rellenan por su nombre',
  aliasesHint: 'Un nombre por línea. Cuenta el primero que tenga un archivo, si nadie asigna otro.',
  changed: 'Modificado',
  syncHint: 'Otros nombres de columnas hacen que se sincronicen de nuevo todas las integraciones.',
  save: 'Guardar',
  remove: 'Eliminar',
  removeTitle: '¿Eliminar {key}?',
  removeText:
    'Las próximas sincronizaciones quitan sus valores de todos los registros. Si lo define de nuevo, solo vuelven donde aún se conservan los archivos.',
  mappedBy: '{count, plural, one {# integración lo rellena} other {# integraciones lo rellenan}} desde una columna:',
  filteredBy:
    '{count, plural, one {El filtro de empleados de # integración lo usa} other {Los filtros de empleados de # integraciones lo usan}}. Quite primero la regla:',
  unused: 'Ninguna integración le ha asignado una columna.',
}
