export const handout = {
  download: 'Pagina per l’IT',
  title: 'Invio di file HR via SFTP',
  subtitle: 'Per {organization}. Questa pagina non contiene segreti.',
  connection: 'Connessione',
  hostKeys: 'Chiavi del server',
  algorithms: 'Algoritmi',
}
