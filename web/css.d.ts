/** Vite takes style sheets along with the parts that need them. */
declare module '*.css'
