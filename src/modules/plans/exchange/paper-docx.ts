import type { Block, DocumentCell } from '#platform/documents/document.ts'
import { writeDocx } from '#platform/documents/docx-write.ts'
import type { Translate } from '#platform/messages.ts'
import { date } from '#platform/ui/format.ts'
import type { CommentRow } from '../consultation/comment-shape.ts'
import { proseOf, type Paper, type PaperItem } from './paper-shape.ts'
import { becameOf, headOf, peopleOf, resourcesOf, timeOf } from './paper-words.ts'

/** The paper of a plan as a document that people go on working with. */
export const paperDocx = (t: Translate, paper: Paper): AsyncGenerator<Uint8Array> =>
  writeDocx({ title: paper.title.text, language: t.language.code, blocks: blocksOf(t, paper) })

const blocksOf = (t: Translate, paper: Paper): Block[] => [
  { block: 'paragraph', text: paper.type.name.text, look: 'strong' },
  ...(paper.example
    ? [{ block: 'paragraph' as const, text: t('plans.example'), look: 'hint' as const }]
    : []),
  {
    block: 'table',
    widths: [1, 3],
    rows: headOf(t, paper).map(({ term, words }): DocumentCell[] => [
      [{ text: term, look: 'strong' }],
      [{ text: words }],
    ]),
  },
  { block: 'paragraph', text: paper.address, look: 'hint' },
  ...prose(t('plans.field.vision'), paper.vision),
  ...prose(t('plans.field.context'), paper.context),
  ...paper.levels.flatMap((level): Block[] => [
    { block: 'heading', level: 1, text: level.label },
    level.scheduled ? workTable(t, level.items) : aimTable(t, level.items),
  ]),
  ...prose(t('plans.field.risks'), paper.risks),
  ...paper.tables.flatMap(({ title, heads, rows }): Block[] => [
    { block: 'heading', level: 1, text: title },
    {
      block: 'table',
      names: heads,
      // What it is about stands first, in words.
      widths: heads.map((_, place) => (place === 0 ? 2 : 1)),
      rows: rows.map((row) => row.map((text) => [{ text }])),
    },
  ]),
  ...annex(t, paper.comments),
]

const prose = (title: string, said: Paper['vision']): Block[] =>
  said === null
    ? []
    : [
        { block: 'heading', level: 1, text: title },
        ...said.text.split(/\n{2,}/).map((text) => ({ block: 'paragraph' as const, text })),
      ]

/** What is aimed at has no time of its own. */
const aimTable = (t: Translate, items: readonly PaperItem[]): Block => ({
  block: 'table',
  names: [t('plan-paper.number'), t('plan-paper.what')],
  widths: [1, 8],
  rows: items.map((item): DocumentCell[] => [[{ text: item.code }], whatCell(item)]),
})

/** Four columns: in six the names of bodies would be torn apart, and what an item answers makes it as long as a page. */
const workTable = (t: Translate, items: readonly PaperItem[]): Block => ({
  block: 'table',
  names: [t('plan-paper.number'), t('plan-paper.what'), t('plan-paper.who'), t('plan-paper.when')],
  widths: [2, 9, 5, 4],
  rows: items.map((item): DocumentCell[] => [
    [{ text: item.code }],
    [...whatCell(item), ...answersOf(t, item)],
    cell(peopleOf(t, item)),
    cell([timeOf(t, item), resourcesOf(t, item)].filter(Boolean)),
  ]),
})

const answersOf = (t: Translate, { answers }: PaperItem): DocumentCell =>
  answers.length === 0
    ? []
    : [
        { text: t('plan-paper.answers'), look: 'lead' },
        ...answers.map(({ name }) => ({ text: name.text, look: 'hint' as const })),
      ]

const whatCell = (item: PaperItem): DocumentCell => [
  { text: item.title.text, look: 'strong' },
  ...proseOf(item).map(({ text }) => ({ text })),
]

/** A cell is never without a paragraph: programs take a table apart otherwise. */
const cell = (lines: readonly string[]): DocumentCell =>
  lines.length === 0 ? [{ text: '' }] : lines.map((text) => ({ text }))

const annex = (t: Translate, comments: readonly CommentRow[]): Block[] =>
  comments.length === 0
    ? []
    : [
        { block: 'heading', level: 1, text: t('plan-paper.annex') },
        {
          block: 'table',
          names: [
            t('comments.filter.item'),
            t('plan-paper.by'),
            t('comments.text'),
            t('comments.disposition'),
            t('comments.reply'),
          ],
          widths: [2, 2, 4, 2, 4],
          rows: comments.map((comment): DocumentCell[] => [
            [{ text: comment.item?.code ?? t('comments.on-plan') }],
            [
              { text: comment.by.label },
              { text: date(t.language.code, comment.commentedAt.slice(0, 10)), look: 'hint' },
            ],
            [{ text: comment.text?.text ?? comment.state.label }],
            [{ text: becameOf(t, comment) }],
            [{ text: comment.reply?.text ?? '' }],
          ]),
        },
      ]
