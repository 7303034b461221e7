export const once = {
  text: 'Copiez-le maintenant et gardez-le en lieu sûr : il n’est affiché que cette fois et n’est enregistré nulle part.',
  done: 'Je l’ai conservé',
}
