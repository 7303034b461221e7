// Unpacks the browser that is inside the npm package, into the folder for temporary files. The package looks at the
// variable when it is imported, and brings the system's libraries only then.
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x'
const { default: chromium } = await import('@sparticuz/chromium')
await chromium.executablePath()
