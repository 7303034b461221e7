import type { MailTexts } from './mail-texts.ts'

export const es: MailTexts = {
  vendor: 'su proveedor de software',
  open: 'Abrir la página de la conexión:',
  linkEnds: 'El enlace sirve una sola vez durante 15 minutos. Si no lo ha pedido usted, no tiene que hacer nada.',
  optOut: 'No recibir más correos sobre esta conexión:',
  decide:
    'Si el archivo no estaba completo, suba uno completo. Si de verdad se han ido, apruébelo en la página de la conexión, en «Personas que faltan».',
  'sign-in': {
    subject: 'Su enlace a la conexión con {vendor}',
    lines: ['este es el enlace a la página de la conexión entre {organization} y {vendor}.'],
  },
  'first-login': {
    subject: 'El sistema de RR. HH. se ha conectado',
    lines: [
      'el sistema de RR. HH. de {organization} se ha conectado por primera vez con {vendor}.',
      'El siguiente paso es el primer archivo. Le avisaremos cuando haya llegado y se haya podido leer.',
    ],
  },
  'first-file': {
    subject: 'El primer archivo se ha leído',
    lines: [
      'el primer archivo de {organization} ha llegado a {vendor} y se han podido leer las personas que contiene.',
      'A partir de ahora cada archivo nuevo se incorpora automáticamente.',
    ],
  },
  'file-refused': {
    subject: 'Un archivo no se ha podido usar: {file}',
    lines: [
      'el archivo {file} de {organization} ha llegado a {vendor}, pero no se ha podido usar. No se ha cambiado nada.',
      'La página de la conexión dice qué está mal, en qué filas y qué hacer.',
    ],
  },
  'removals-held': {
    subject: 'En el último archivo faltaban muchas personas',
    lines: [
      'en el último archivo de {organization} faltaban {count} registros que antes estaban. De momento se conservan.',
      'Si el archivo estaba incompleto, suba uno completo. Si de verdad ya no están, avise a {vendor}.',
    ],
  },
  'file-late': {
    subject: 'Un archivo se retrasa',
    lines: [
      'después de {file}, desde hace {hours} horas no llega a {vendor} ningún archivo nuevo de {organization}. Suele llegar más a menudo.',
      'Compruebe si la exportación del sistema de RR. HH. sigue funcionando. También puede subir un archivo a mano en la página de la conexión.',
    ],
  },
}
