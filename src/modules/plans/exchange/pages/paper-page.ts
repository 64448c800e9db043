import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList, downloadList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { bdi, dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { docxType } from '#platform/documents/docx-package.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { notShown } from '../../consultation/pages/comments-page.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { paragraphs, proseParts } from '../../pages/record-parts.ts'
import { planPaths } from '../../paths.ts'
import { exchangePaths } from '../exchange-paths.ts'
import { proseOf, type Paper, type PaperItem } from '../paper-shape.ts'
import { becameOf, headOf, peopleOf, resourcesOf, timeOf } from '../paper-words.ts'

/** All of a plan on one page, for paper. */
export function paperPage(visit: Visit, paper: Paper): Page {
  const { t } = visit
  return {
    title: t('plan-paper.title', { title: paper.title.text }),
    unlisted: true,
    sheet: 'report',
    crumbs: crumbsOfPlan(visit, paper),
    alternates: [{ type: 'application/json', path: '.json', title: t('plan-paper.as-json') }],
    main: html`${pageHead({ kicker: spoken(t, paper.type.name), title: spoken(t, paper.title) })}
      ${when(paper.example, () => notice(t('plans.example'), 'warning'))}
      ${definitionList(headOf(t, paper).map(({ term, words }) => ({ term, content: bdi(words) })))}
      <p><a href="${linkTo(visit, planPaths.plan(paper.id))}" dir="ltr">${paper.address}</a></p>
      <div class="buttons">
        ${downloadList(t, [
          {
            href: addressOf(visit.language, exchangePaths.paper(paper.id), {}, '.docx'),
            title: t('plan-paper.as-docx'),
            type: docxType,
          },
        ])}
      </div>
      ${prose(visit, t('plans.field.vision'), paper.vision)}
      ${prose(visit, t('plans.field.context'), paper.context)}
      ${paper.levels.map((level) => levelPart(visit, level))}
      ${prose(visit, t('plans.field.risks'), paper.risks)}
      ${paper.tables.map((one, place) => addedTable(one, place))} ${annex(visit, paper)}`,
  }
}

const prose = (visit: Visit, title: string, said: Paper['vision']): Html =>
  proseParts(visit, [{ title, said }])

function levelPart(visit: Visit, { code, label, scheduled, items }: Paper['levels'][number]): Html {
  const { t } = visit
  const what = [{ label: t('plan-paper.number') }, { label: t('plan-paper.what') }]
  const heads = [
    t('plan-paper.who'),
    t('plan-paper.when'),
    t('plans.resources'),
    t('plan-paper.answers'),
  ].map((head) => ({ label: head }))
  return html`<h2>${label}</h2>
    ${table({
      id: `level-${code}`,
      caption: label,
      captionUnseen: true,
      stacked: scheduled,
      columns: scheduled ? [...what, ...heads] : what,
      rows: items.map((item) => [
        bdi(item.code),
        whatCell(visit, item),
        ...(scheduled ? workCells(visit, item) : []),
      ]),
    })}`
}

const whatCell = (visit: Visit, item: PaperItem): Html =>
  html`<b>${spoken(visit.t, item.title)}</b>${proseOf(item).map((said) => paragraphs(visit, said))}`

const workCells = (visit: Visit, item: PaperItem): Html[] => {
  const { t } = visit
  return [
    lines(peopleOf(t, item)),
    bdi(timeOf(t, item)),
    bdi(resourcesOf(t, item)),
    item.answers.length === 0
      ? bdi('')
      : html`${item.answers.map(
          ({ name, path }) =>
            html`<p>
              ${
                path === null
                  ? spoken(t, name)
                  : html`<a href="${linkTo(visit, path)}">${spoken(t, name)}</a>`
              }
            </p>`,
        )}`,
  ]
}

const lines = (words: readonly string[]): Html => html`${words.map((one) => html`<p>${one}</p>`)}`

const addedTable = ({ title, heads, rows }: Paper['tables'][number], place: number): Html =>
  html`<h2>${title}</h2>
    ${table({
      id: `added-${place}`,
      caption: title,
      captionUnseen: true,
      stacked: true,
      columns: heads.map((label) => ({ label })),
      rows: rows.map((row) => row.map((words) => bdi(words))),
    })}`

const annex = (visit: Visit, { comments }: Paper): Html | '' => {
  const { t } = visit
  return when(
    comments.length > 0,
    () =>
      html`<h2>${t('plan-paper.annex')}</h2>
        ${table({
          id: 'annex',
          caption: t('plan-paper.annex'),
          captionUnseen: true,
          stacked: true,
          columns: [
            { label: t('comments.filter.item') },
            { label: t('plan-paper.by') },
            { label: t('comments.text') },
            { label: t('comments.disposition') },
            { label: t('comments.reply') },
          ],
          rows: comments.map((comment) => [
            comment.item === null ? t('comments.on-plan') : bdi(comment.item.code),
            html`<bdi>${comment.by.label}</bdi> ${dateText(t, comment.commentedAt.slice(0, 10))}`,
            comment.text === null ? notShown(visit, comment) : html`${paragraphs(visit, comment.text)}`,
            becameOf(t, comment),
            comment.reply === null ? '' : html`${paragraphs(visit, comment.reply)}`,
          ]),
        })}`,
  )
}
