/** An image as an address that holds it: no route has to serve it, and it shows wherever the page that has it is opened. */
const image = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`

/** An arrow into a tray: a file comes in. */
const arrow = (color: string): string =>
  `<path d="M12 4v10m-4-4 4 4 4-4M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4" fill="none" stroke="${color}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`

const drawing = (width: number, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="48" viewBox="0 0 ${width} 24">${content}</svg>`

const blue = '#1d4ed8'
const wordmark = `<text x="28" y="18" font-family="system-ui,sans-serif" font-size="16" font-weight="700" fill="${blue}">SFTP</text>`

/** Where apps find the pictures of the SFTP connector. */
export const sftpAssets = {
  logo_url: image(drawing(72, arrow(blue) + wordmark)),
  icon_url: image(drawing(24, arrow(blue))),
  icon_black_url: image(drawing(24, arrow('#000'))),
} as const
