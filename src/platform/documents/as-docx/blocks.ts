import { element, type Xml } from '../../export/xml.ts'
import type { PaperBlock, PaperPicture, PaperTable } from '../paper.ts'
import { pictureXml } from './pictures.ts'
import { tableXml } from './tables.ts'
import { bookmarked, field, paragraph, properties, runs, spansXml } from './text.ts'
import type { Writing } from './writing.ts'

/** Blocks in their order; those of one live part stand in a frame that Word does not let anybody write into. */
export function* blocksXml(writing: Writing): Generator<string> {
  const { blocks } = writing.paper
  for (const [place, block] of blocks.entries()) {
    const { part } = block
    const isFirst = part !== undefined && blocks[place - 1]?.part !== part
    if (isFirst) yield `<w:sdt>${partProperties(writing, part).xml}<w:sdtContent>`
    yield* blockXml(writing, block, { isFirst, next: blocks[place + 1] })
    if (part !== undefined && blocks[place + 1]?.part !== part) yield '</w:sdtContent></w:sdt>'
  }
}

/** In the order of ECMA-376 part 1, 17.5.2.38. */
const partProperties = ({ next }: Writing, part: string): Xml =>
  element(
    'w:sdtPr',
    {},
    element('w:alias', { 'w:val': part }),
    element('w:tag', { 'w:val': `part:${part}` }),
    element('w:id', { 'w:val': String(next()) }),
    element('w:lock', { 'w:val': 'contentLocked' }),
  )

type Around = { isFirst: boolean; next: PaperBlock | undefined }

function* blockXml(writing: Writing, block: PaperBlock, { isFirst, next }: Around): Generator<string> {
  const begins = (...content: Xml[]) =>
    isFirst && block.part !== undefined ? bookmarked(writing, `live-${block.part}`, ...content) : content
  switch (block.block) {
    case 'heading':
      return yield headingXml(writing, block).xml
    case 'paragraph':
      return yield paragraphXml(writing, block, { begins, goesOn: isHintOf(block, next) }).xml
    case 'list':
      return yield* listXml(writing, block)
    case 'table':
      yield captionXml(writing, block, 'table', begins).xml
      yield* tableXml(block, { language: writing.language, goesOn: isHintOf(block, next) })
      // Word wants a paragraph at the end of a text, and between two tables: there a caption stands.
      if (block === writing.paper.blocks.at(-1))
        yield paragraph({ style: 'Hint', language: writing.language }).xml
      return
    case 'picture':
      yield captionXml(writing, block, 'figure', begins).xml
      return yield figureXml(writing, block).xml
  }
}

/** A line below a table or a picture that tells of it. */
const isHintOf = ({ part }: PaperBlock, next: PaperBlock | undefined): boolean =>
  next?.block === 'paragraph' && next.look === 'hint' && next.part === part

type Of<Kind extends PaperBlock['block']> = Extract<PaperBlock, { block: Kind }>
type Wrap = (...content: Xml[]) => Xml[]

function headingXml(writing: Writing, block: Of<'heading'>): Xml {
  const own = block.language ?? writing.language
  return paragraph(
    { style: `Heading${block.level}`, language: own },
    ...bookmarked(writing, block.anchor, ...runs(block.text, own)),
    ...spansXml(
      writing,
      (block.notes ?? []).map((number) => ({ span: 'note', number })),
    ),
  )
}

type Place = { begins: Wrap; goesOn: boolean }

function paragraphXml(writing: Writing, block: Of<'paragraph'>, { begins, goesOn }: Place): Xml {
  const { number, look = 'plain', part } = block
  const language = block.language ?? writing.language
  const list = number === null ? null : writing.numbering.counted(number)
  const looks = { plain: 'Plain', warning: 'Warning', hint: 'Hint' } as const
  const ofPart = { plain: 'Live', warning: 'Warning', hint: 'LiveHint' } as const
  const style = number === null ? (part === undefined ? looks : ofPart)[look] : 'Numbered'
  return paragraph(
    { style, language, list, clings: goesOn && part !== undefined },
    ...(number !== null && list === null ? runs(`${number}\t`, language) : []),
    ...begins(...spansXml(writing, block.spans, language)),
  )
}

function* listXml(writing: Writing, { isOrdered, lines, part, ...block }: Of<'list'>): Generator<string> {
  const language = block.language ?? writing.language
  const list = writing.numbering.list(isOrdered)
  const style = part === undefined ? (isOrdered ? 'ListNumber' : 'ListBullet') : 'LiveLine'
  for (const spans of lines)
    yield paragraph({ style, language, list }, ...spansXml(writing, spans, language)).xml
}

/** 'Table 3. What it shows'; programs count both kinds by themselves. */
function captionXml(
  writing: Writing,
  { caption, anchor }: PaperTable | PaperPicture,
  kind: 'table' | 'figure',
  begins: Wrap,
): Xml {
  const { language, paper, counts } = writing
  counts[kind] += 1
  const code = kind === 'table' ? 'SEQ Table \\* ARABIC' : 'SEQ Figure \\* ARABIC'
  const name = [
    ...runs(`${paper.words[kind]}\u00A0`, language),
    ...field(code, runs(String(counts[kind]), language), language),
  ]
  return paragraph(
    { style: 'Caption', language },
    ...begins(...bookmarked(writing, anchor, ...name), ...runs(`. ${caption}`, language)),
  )
}

function figureXml(writing: Writing, picture: PaperPicture): Xml {
  const { language, pictures, next } = writing
  const drawing = pictureXml(picture, pictures.push(picture) - 1, next())
  return paragraph({ style: 'Figure', language }, element('w:r', {}, properties(language), drawing))
}
