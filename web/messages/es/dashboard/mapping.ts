export const mapping = {
  title: 'Asignación',
}
