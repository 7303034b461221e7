export const environment = {
  title: 'Umgebung',
}
