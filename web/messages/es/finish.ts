export const finish = {
  title: 'Listo para finalizar',
  user: 'El usuario SFTP {user} está configurado.',
  keys: '{count, plural, one {Una clave puede acceder.} other {# claves pueden acceder.}}',
  files: '{count, plural, one {Ha llegado un archivo.} other {Han llegado # archivos.}}',
  noFile: 'Todavía no ha llegado ningún archivo. También puede ocurrir más tarde.',
  nextTitle: 'Qué ocurre después',
  next: {
    files: 'Su sistema de RR. HH. sigue subiendo por sí mismo. Cada archivo lo pone todo al día.',
    check: 'La asignación de las columnas se comprueba antes de aplicar nada.',
    mail: 'Recibe un correo cuando llega el primer archivo, y cuando algo va mal con alguno.',
  },
  finish: 'Finalizar',
}
