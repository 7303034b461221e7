export const integrations = {
  title: 'Intégrations',
}
