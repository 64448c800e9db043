import { getDocumentProxy } from 'unpdf'
import { Unreadable } from '../source.ts'
import type { Budget } from './limits.ts'
import { CharacterTables } from './pdf-cmaps.ts'

/** A run of characters as the PDF places it, in points from the page's upper left corner; `y` is the baseline. */
export type PdfItem = {
  text: string
  x: number
  y: number
  width: number
  size: number
  italic: boolean
  /** Not set horizontally: stamps in the margin and the like. */
  isTurned: boolean
}

export type PdfPage = { number: number; width: number; height: number; items: PdfItem[] }

export type PdfPages = { pages: PdfPage[]; language: string | null; hasFaults: boolean }

const mostPages = 5_000

/** First without tolerance; a file with faults is then read as far as it can be, and says so. */
export async function readPages(bytes: Uint8Array, budget: Budget): Promise<PdfPages> {
  // The library takes the bytes away from whoever hands them in.
  const spare = new Uint8Array(bytes)
  try {
    return { ...(await pagesOf(bytes, budget, 'strict')), hasFaults: false }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    return { ...(await tolerantly(spare, budget)), hasFaults: true }
  }
}

async function tolerantly(bytes: Uint8Array, budget: Budget) {
  try {
    return await pagesOf(bytes, budget, 'tolerant')
  } catch (error) {
    // Whatever the library says of the file, to people it is damaged.
    throw error instanceof Unreadable ? error : new Unreadable('damaged')
  }
}

async function pagesOf(bytes: Uint8Array, budget: Budget, manner: 'strict' | 'tolerant') {
  const file = await opened(bytes, manner)
  if (file.numPages > mostPages) throw new Unreadable('too-large', { what: 'pages', limit: mostPages })
  const pages: PdfPage[] = []
  for (let number = 1; number <= file.numPages; number += 1) {
    budget.checkTime()
    pages.push(await pageOf(await file.getPage(number), number, budget))
  }
  const { info } = (await file.getMetadata()) as { info: { Language?: unknown } }
  return { pages, language: typeof info.Language === 'string' ? info.Language : null }
}

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfFilePage = Awaited<ReturnType<PdfFile['getPage']>>

async function opened(bytes: Uint8Array, manner: 'strict' | 'tolerant'): Promise<PdfFile> {
  try {
    return await getDocumentProxy(bytes, {
      stopAtErrors: manner === 'strict',
      verbosity: 0,
      // Pictures are not looked at.
      maxImageSize: 1,
      BinaryDataFactory: CharacterTables,
      cMapUrl: 'tables/',
      cMapPacked: false,
      useWorkerFetch: false,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Unreadable('encrypted')
    throw error
  }
}

type Placed = { str: string; transform: number[]; width: number; height: number; fontName: string }

async function pageOf(page: PdfFilePage, number: number, budget: Budget): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const placed = content.items.filter(
    (item): item is typeof item & Placed => 'str' in item && item.str !== '',
  )
  const italics = await italicFonts(page, new Set(placed.map((item) => item.fontName)))
  for (const item of placed) budget.spendCharacters(item.str.length)
  page.cleanup()

  const matrices = placed.map((item) => combined(viewport.transform, item.transform))
  const way = commonWay(placed, matrices)
  const items = placed.map((item, index) =>
    itemOf(item, matrices[index] ?? identity, way, italics.has(item.fontName)),
  )
  return { number, width: viewport.width, height: viewport.height, items }
}

/** [a, b, c, d, e, f] as in the PDF: where a step to the right, a step up and the origin go. */
type Matrix = [number, number, number, number, number, number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Applies the page's own turn and offset; from here on y counts downwards. */
function combined(view: number[], own: number[]): Matrix {
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own
  return [
    va * a + vc * b,
    vb * a + vd * b,
    va * c + vc * d,
    vb * c + vd * d,
    va * e + vc * f + ve,
    vb * e + vd * f + vf,
  ]
}

type Way = { x: number; y: number }

function wayOf([a, b]: Matrix): Way {
  const length = Math.hypot(a, b) || 1
  const round = (size: number) => Math.round((size / length) * 5) / 5
  return { x: round(a), y: round(b) }
}

/** The way in which most of a page's letters run: a page may be printed on its side. */
function commonWay(placed: Placed[], matrices: Matrix[]): Way {
  const ways = new Map<string, { way: Way; letters: number }>()
  placed.forEach((item, index) => {
    const way = wayOf(matrices[index] ?? identity)
    const known = ways.get(`${way.x} ${way.y}`)
    ways.set(`${way.x} ${way.y}`, { way, letters: (known?.letters ?? 0) + item.str.trim().length })
  })
  return [...ways.values()].sort((a, b) => b.letters - a.letters)[0]?.way ?? { x: 1, y: 0 }
}

function itemOf(item: Placed, matrix: Matrix, way: Way, isItalic: boolean): PdfItem {
  const [, , c, d, e, f] = matrix
  const own = wayOf(matrix)
  // Turned so that the common way is to the right.
  const up = { x: c * way.x + d * way.y, y: d * way.x - c * way.y }
  const isTurned = own.x !== way.x || own.y !== way.y
  // A slanted matrix is how some writers make italics.
  const isSlanted = !isTurned && Math.abs(up.x) > Math.abs(up.y) * 0.1
  return {
    text: item.str,
    x: e * way.x + f * way.y,
    y: f * way.x - e * way.y,
    width: item.width,
    size: Math.hypot(up.x, up.y) || item.height,
    italic: isItalic || isSlanted,
    isTurned,
  }
}

type NamedFont = { name?: string; italic?: boolean }

/** The names of fonts are known once a page's drawing is prepared; a page without new fonts is spared that. */
async function italicFonts(page: PdfFilePage, fonts: Set<string>): Promise<Set<string>> {
  if ([...fonts].some((font) => !page.commonObjs.has(font))) await page.getOperatorList({ annotationMode: 0 })
  const italics = new Set<string>()
  for (const font of fonts) {
    if (!page.commonObjs.has(font)) continue
    const { name = '', italic } = page.commonObjs.get(font) as NamedFont
    if (italic || /ital|obli|kursiv|[-,]it\b/i.test(name)) italics.add(font)
  }
  return italics
}
