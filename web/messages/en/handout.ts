export const handout = {
  download: 'Page for IT',
  title: 'Upload of HR files by SFTP',
  subtitle: 'For {organization}. This page holds no secret.',
  connection: 'Connection',
  hostKeys: 'Keys of the server',
  algorithms: 'Algorithms',
}
