const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

const style = `
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
  body { display: grid; min-height: 100dvh; margin: 0; place-items: center; }
  main { width: min(26rem, 100% - 2rem); }
  h1 { font-size: 1.375rem; }
  form { display: grid; gap: .5rem; margin: 0 0 1rem; }
  button, input { min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid GrayText; border-radius: .625rem; font: inherit; }
  button.primary { border: 0; background: #3447d4; color: #fff; font-weight: 600; }
  summary { cursor: pointer; margin-bottom: .75rem; }`

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <style>${style}</style>
  </head>
  <body><main>${content}</main></body>
</html>`

/** One click for the first admin; another address for trying out what other members see. */
export const signInPage = (email: string): string =>
  page(
    'Sign in · Rosterport on this machine',
    `<h1>Sign in to Rosterport</h1>
    <p>This sign-in is for your own machine only, and asks for no password. A deployment has Cognito or an issuer of yours here.</p>
    <form method="post">
      <input type="hidden" name="email" value="${escaped(email)}" />
      <button class="primary">Sign in as ${escaped(email)}</button>
    </form>
    <details>
      <summary>As somebody else</summary>
      <form method="post">
        <label for="email">E-mail address</label>
        <input id="email" name="email" type="email" required autocomplete="username" />
        <button>Sign in with this address</button>
      </form>
    </details>`,
  )

/** Whoever comes here has already said so in the dashboard; `form` is the provider's, without a button. */
export const signOutPage = (form: string): string =>
  page(
    'Sign out · Rosterport on this machine',
    `<h1>Signing out</h1>
    ${form}
    <button class="primary" form="op.logoutForm" name="logout" value="yes">Sign out</button>`,
  )

export const expiredPage = page(
  'Sign in · Rosterport on this machine',
  '<h1>This sign-in has expired</h1><p>Open the dashboard again to sign in.</p>',
)
