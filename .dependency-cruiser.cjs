/** The house rules of docs/ARCHITECTURE.md: who may import whom. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      comment:
        'core holds rules: it imports itself, valibot and the libraries that clean values, so that the browser can run it too.',
      from: { path: '^core/', pathNot: '^core/openapi/' },
      to: { pathNot: ['^core/', '^node_modules/(valibot|libphonenumber-js|ibantools|postal-mime)/'] },
    },
    {
      name: 'only-the-document-is-converted',
      severity: 'error',
      comment:
        'The converter from valibot to JSON schema is as pure as valibot, and only the OpenAPI document needs it.',
      from: { path: '^core/openapi/' },
      to: { pathNot: ['^core/', '^node_modules/(valibot|@valibot/to-json-schema)/'] },
    },
    {
      name: 'adapters-are-wired',
      severity: 'error',
      comment: 'A use case takes ports; only handler files (and the laptop) know which adapter stands behind one.',
      from: { path: '^lambdas/', pathNot: ['^lambdas/[^/]+/handler\\.ts$', '^lambdas/adapters/'] },
      to: { path: '^lambdas/adapters/' },
    },
    {
      name: 'aws-sdk-in-adapters',
      severity: 'error',
      comment: 'The AWS SDK is an outside system: wrap it in lambdas/adapters.',
      from: { path: '^(core|lambdas|cli)/', pathNot: ['^lambdas/adapters/'] },
      to: { path: '^node_modules/@aws-sdk/' },
    },
    {
      name: 'lib-knows-core-only',
      severity: 'error',
      comment: 'The infrastructure reads names from core; it points at handlers by path, never by import.',
      from: { path: '^(lib|bin)/' },
      to: { path: '^(lambdas|local|cli|web)/' },
    },
    {
      name: 'web-knows-core-only',
      severity: 'error',
      comment: 'A page runs in a browser and speaks to the product by its API; what both know is in core.',
      from: { path: '^web/' },
      to: { path: '^(bin|lib|lambdas|local|cli|examples|bench|test|scripts)/' },
    },
    {
      name: 'product-does-not-know-the-web-app',
      severity: 'error',
      comment: 'The product serves the bundle by its name and never imports it.',
      from: { path: '^(bin|lib|core|lambdas|local|cli|examples|bench)/' },
      to: { path: '^web/' },
    },
    {
      name: 'examples-stand-alone',
      severity: 'error',
      comment: 'An example is what somebody else would write: it knows the published packages and the wire.',
      from: { path: '^examples/' },
      to: { path: '^(bin|lib|core|lambdas|local|cli|web|bench|test)/' },
    },
    {
      name: 'product-does-not-know-the-laptop',
      severity: 'error',
      comment: 'local/ stands around the product, not inside it.',
      from: { path: '^(core|lambdas|lib|bin)/' },
      to: { path: '^(local|cli|test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
