export const once = {
  text: 'Copy it now and keep it in a safe place: it is shown this once and stored nowhere.',
  done: 'I have kept it',
}
