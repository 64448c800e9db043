import assert from 'node:assert/strict'
import { getDocumentProxy } from 'unpdf'
import type { Paper } from '../src/platform/documents/paper.ts'
import { pdfOf } from '../src/platform/documents/pdf/pdf.ts'

export type ReadPdf = {
  pages: ReadPage[]
  language: string
  title: string
  isMarked: boolean
  /** As the file itself says: '1' for PDF/UA-1. */
  universalAccess: string | null
  bookmarks: { title: string; page: number; depth: number }[]
}

export type ReadPage = {
  lines: string[]
  /** Pieces of text with their place, in points from the lower left corner. */
  pieces: { text: string; x: number; y: number; size: number }[]
  addresses: string[]
  /** What its parts are, in the order of reading. */
  roles: string[]
  alternatives: string[]
}

export async function madePdf(paper: Paper) {
  const answer = await pdfOf(paper)
  return 'fault' in answer ? assert.fail(answer.fault) : answer
}

export const readPaper = async (paper: Paper): Promise<ReadPdf> => readPdf((await madePdf(paper)).bytes)

export const linesOf = ({ pages }: Pick<ReadPdf, 'pages'>) => pages.flatMap(({ lines }) => lines)

/** As it is read out, whatever the places of its lines, and without the marks above and below Arabic letters. */
export const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{Mn}\u200b]/gu, '')

/** What another program finds in a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const { info, metadata } = await file.getMetadata()
  const told = info as { Language: string; Title: string }
  const pages = Array.from({ length: file.numPages }, (_, place) => readPage(file, place + 1))
  return {
    pages: await Promise.all(pages),
    language: told.Language,
    title: told.Title,
    isMarked: (await file.getMarkInfo())?.Marked ?? false,
    universalAccess:
      (metadata as { get: (name: string) => string | null } | null)?.get('pdfuaid:part') ?? null,
    bookmarks: await bookmarksOf(file, (await file.getOutline()) ?? [], 1),
  }
}

type File = Awaited<ReturnType<typeof getDocumentProxy>>
type Bookmarks = Awaited<ReturnType<File['getOutline']>>
type Role = { role?: string; alt?: string; children?: Role[] }

async function bookmarksOf(file: File, all: Bookmarks, depth: number): Promise<ReadPdf['bookmarks']> {
  const each = all.map(async ({ title, dest, items }) => {
    const page = (await file.getPageIndex((dest as { num: number; gen: number }[])[0]!)) + 1
    return [{ title, page, depth }, ...(await bookmarksOf(file, items, depth + 1))]
  })
  return (await Promise.all(each)).flat()
}

async function readPage(file: File, number: number): Promise<ReadPage> {
  const page = await file.getPage(number)
  const { items } = await page.getTextContent()
  const texts = items.flatMap((item) => ('str' in item ? [item] : []))
  const roles: string[] = []
  const alternatives: string[] = []
  const walk = ({ role, alt, children = [] }: Role): void => {
    if (role) roles.push(role)
    if (alt) alternatives.push(alt)
    children.forEach(walk)
  }
  walk(((await page.getStructTree()) ?? {}) as Role)
  return {
    lines: textLines(texts),
    pieces: texts
      .filter(({ str }) => str.trim() !== '')
      .map(({ str, transform }) => ({ text: str, x: transform[4], y: transform[5], size: transform[3] })),
    addresses: (await page.getAnnotations()).flatMap(({ url }) => (url ? [url as string] : [])),
    ...{ roles, alternatives },
  }
}

/** In a line that runs from the right, the pieces come from the left. */
function textLines(texts: { str: string; dir: string; hasEOL: boolean }[]): string[] {
  const lines: (typeof texts)[] = [[]]
  for (const one of texts) {
    lines.at(-1)?.push(one)
    if (one.hasEOL) lines.push([])
  }
  return lines
    .map((line) => (line.some(({ dir }) => dir === 'rtl') ? line.toReversed() : line))
    .map((line) => line.map(({ str }) => str).join(''))
    .filter((line) => line.trim() !== '')
}
