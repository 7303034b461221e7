/** The renderer of the API's documentation, from its npm package: bundled with the function, read from node_modules on the laptop. */
export const docsAssets = {
  package: 'swagger-ui-dist',
  files: ['swagger-ui.css', 'swagger-ui-bundle.js'],
} as const
