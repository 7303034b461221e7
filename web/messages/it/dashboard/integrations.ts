export const integrations = {
  title: 'Integrazioni',
}
