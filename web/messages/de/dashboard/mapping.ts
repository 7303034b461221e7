export const mapping = {
  title: 'Zuordnung',
}
