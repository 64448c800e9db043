/** A token: 32 random bytes as base64url, with a beginning that tells those of programs from those of links. */
const token = /(?<![\w-])(?:al_)?[\w-]{43}(?![\w-])/g

/** The path of an address as the log may hold it: whoever reads the log must not be able to open what a link opens. */
export const loggedPath = (url: string): string => new URL(url).pathname.replaceAll(token, '…')
