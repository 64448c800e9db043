/** A white picture, for programs that do not know SVG, until it can be drawn. */
export const pngOf = (_svg: string): Promise<Uint8Array> => Promise.resolve(new Uint8Array())
