export const receipts = {
  title: 'Comprobantes',
  intro: 'Qué se eliminó para siempre y hasta cuándo lo guardan las copias. No nombran a nadie.',
  empty: 'No se ha borrado a nadie ni se ha purgado ninguna integración.',
  kind: 'Qué',
  kinds: {
    erasure: 'Se borró a una persona',
    purge: 'Se purgó una integración',
  },
  state: 'Estado',
  states: {
    QUEUED: 'en espera',
    RUNNING: 'en curso',
    DONE: 'hecho',
  },
  asked: 'Pedido',
  ended: 'Hecho',
  records: 'Registros',
  files: 'Archivos',
  backups: 'En copias hasta',
  integration: 'Integración',
}
