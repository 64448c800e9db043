import { createRequire } from 'node:module'
import path from 'node:path'

const { resolve } = createRequire(import.meta.url)

// A folder holds one file each.
const folder = (file: string) => path.dirname(resolve(`@expo-google-fonts/${file}`))

const always = [
  'amiri/400Regular/Amiri_400Regular.ttf',
  'amiri/700Bold/Amiri_700Bold.ttf',
  'noto-serif/400Regular/NotoSerif_400Regular.ttf',
  'noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf',
  'noto-serif/700Bold/NotoSerif_700Bold.ttf',
].map(folder)

const chinese = [
  'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
].map(folder)

/** What the other two families have no letters for; the Chinese one knows signs and arrows too. */
const foreign = /[\u2100-\u2bff\u2e80-\ud7ff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef]|[\u{10000}-\u{3ffff}]/u

/** Folders of the fonts that a text needs. The Chinese ones weigh thirty megabytes and are read only where they are wanted. */
export const fontFolders = (text: string): string[] => (foreign.test(text) ? [...always, ...chinese] : always)
