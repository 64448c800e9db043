/** A token of a link: 32 random bytes as base64url. */
const token = /(?<![\w-])[\w-]{43}(?![\w-])/g

/** The path of an address as the log may hold it: whoever reads the log must not be able to open what a link opens. */
export const loggedPath = (url: string): string => new URL(url).pathname.replaceAll(token, '…')
