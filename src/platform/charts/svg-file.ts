import { element, xmlDocument, type Xml } from '../export/xml.ts'
import type { Translate } from '../messages.ts'
import { linesOf } from './lines.ts'
import { inFile } from './paint.ts'

export type Block = { height: number; draw: (top: number) => Xml[] }

export type SvgFile = {
  width: number
  title: string
  description: string
  /** One below the other. */
  blocks: Block[]
  /** Sentences below the picture, which belong to it wherever it goes. */
  notes: string[]
  /** Where what is drawn comes from, for whoever reads the file itself. */
  source?: string
}

const margin = 20

/** A picture that stands alone: with its title, its words and its own colours, and nothing from elsewhere. */
export function asSvgFile(t: Translate, file: SvgFile): string {
  const { tag, direction } = t.language
  const blocks = [
    ...(file.title === '' ? [] : [textBlock(t, file.title, { width: file.width, size: 22 })]),
    ...(file.description === '' ? [] : [textBlock(t, file.description, { width: file.width, size: 13 })]),
    ...file.blocks,
    ...file.notes.map((note) => textBlock(t, note, { width: file.width, size: 11 })),
  ]
  let top = margin
  const drawn = blocks.flatMap(({ height, draw }) => {
    const here = draw(top)
    top += height
    return here
  })
  const size = { width: String(file.width), height: String(Math.ceil(top + margin)) }
  return xmlDocument(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        ...size,
        viewBox: `0 0 ${size.width} ${size.height}`,
        'xml:lang': tag,
        lang: tag,
        direction,
        role: 'img',
        'aria-labelledby': 'title',
        'aria-describedby': 'desc',
        'font-family': 'system-ui, sans-serif',
      },
      element('title', { id: 'title' }, file.title),
      element('desc', { id: 'desc' }, [file.description, ...file.notes].join(' ')),
      ...(file.source === undefined ? [] : [element('metadata', {}, file.source)]),
      element('rect', { ...size, fill: '#ffffff' }),
      ...drawn,
    ),
  )
}

/** A paragraph from the side on which the language begins. */
function textBlock(t: Translate, text: string, { width, size }: { width: number; size: number }): Block {
  const lines = linesOf(t.language, text, width - 2 * margin, size)
  const x = String(fromStart(t, margin, width))
  return {
    height: lines.length * size * 1.45 + size * 0.4,
    draw: (top) =>
      lines.map((line, place) =>
        element(
          'text',
          {
            x,
            y: (top + size * (1 + place * 1.45)).toFixed(1),
            'font-size': String(size),
            ...inFile('label'),
          },
          line,
        ),
      ),
  }
}

/** A distance from the side on which the language begins, as x. */
export const fromStart = (t: Translate, distance: number, width: number): number =>
  t.language.direction === 'rtl' ? width - distance : distance

export const sideMargin = margin
