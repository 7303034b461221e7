export const handout = {
  download: 'Página para TI',
  title: 'Subida de archivos de RR. HH. por SFTP',
  subtitle: 'Para {organization}. Esta página no contiene ningún secreto.',
  connection: 'Conexión',
  hostKeys: 'Claves del servidor',
  algorithms: 'Algoritmos',
}
