import { writeFileSync } from 'node:fs'
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Tab,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { wordCases, type Line, type WordCase } from './word-cases.ts'

const changed = { id: 1, author: 'Editor', date: '2034-05-01T00:00:00Z' }

for (const one of wordCases)
  writeFileSync(new URL(one.file, import.meta.url), await Packer.toBuffer(documentOf(one)))

function documentOf(one: WordCase): Document {
  const footnotes = Object.entries(one.footnotes ?? {}).map(([mark, text]) => [
    mark,
    { children: [new Paragraph(text)] },
  ])
  return new Document({
    creator: 'Corpus',
    footnotes: Object.fromEntries(footnotes),
    styles: { paragraphStyles: one.styles?.map((name) => ({ id: name, name, basedOn: 'Normal' })) ?? [] },
    numbering: { config: one.lines.flatMap((line) => listsOf(line, one)) },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(one.header ?? '')] }) },
        footers: {
          default: new Footer({
            children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
          }),
        },
        children: one.lines.map((line) => blockOf(line, one)),
      },
    ],
  })
}

/** A line with `list` starts a list of its own: Word counts each instance from one again. */
function listsOf(line: Line, one: WordCase) {
  if (typeof line === 'string' || !('list' in line) || line.continues) return []
  const [first, second] = one.formats
  return [
    {
      reference: line.list,
      levels: [
        {
          level: 0,
          format: line.letters ? (one.letterFormat ?? LevelFormat.LOWER_LETTER) : first.format,
          text: line.letters ? '%1)' : first.text,
          alignment: AlignmentType.START,
        },
        { level: 1, format: second.format, text: second.text, alignment: AlignmentType.START },
      ],
    },
  ]
}

function blockOf(line: Line, one: WordCase): Paragraph | Table {
  const rtl = one.rightToLeft ?? false
  if (typeof line === 'string') return new Paragraph({ bidirectional: rtl, children: runsOf(line) })
  if ('title' in line)
    return new Paragraph({ heading: HeadingLevel.TITLE, bidirectional: rtl, children: runsOf(line.title) })
  if ('heading' in line) return new Paragraph({ bidirectional: rtl, children: runsOf(line.heading, true) })
  if ('style' in line) return new Paragraph({ style: line.style, children: runsOf(line.text) })
  if ('table' in line) return tableOf(line.table)
  return new Paragraph({
    bidirectional: rtl,
    numbering: { reference: line.list, level: line.level ?? 0 },
    children: runsOf(line.text),
  })
}

function tableOf(rows: string[][]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell) => new TableCell({ children: [new Paragraph({ children: runsOf(cell) })] }),
          ),
        }),
    ),
  })
}

/** `[+inserted+]`, `[-deleted-]`, `[^1]` a footnote, `[*italic*]`, `[page]` a page break. */
function runsOf(text: string, italics = false) {
  return text
    .split(/(\[\+.*?\+\]|\[-.*?-\]|\[\^\d+\]|\[\*.*?\*\]|\[page\])/)
    .filter(Boolean)
    .map((part) => {
      const inner = part.slice(2, -2)
      if (part.startsWith('[+')) return new InsertedTextRun({ children: tabbed(inner), ...changed })
      if (part.startsWith('[-')) return new DeletedTextRun({ children: tabbed(inner), ...changed })
      if (part.startsWith('[^')) return new FootnoteReferenceRun(Number(part.slice(2, -1)))
      if (part.startsWith('[*')) return new TextRun({ text: inner, italics: true })
      if (part === '[page]') return new TextRun({ children: [new PageBreak()] })
      return new TextRun({ children: tabbed(part), italics })
    })
}

function tabbed(text: string): (string | Tab)[] {
  return text.split(/(\t)/).map((part) => (part === '\t' ? new Tab() : part))
}
