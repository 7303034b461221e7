export const environment = {
  title: 'Environment',
}
