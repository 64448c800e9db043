import { languageCodes, languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { markedText } from '../../pages/marked-text.ts'
import { markedBlocks, partsIn } from '../../markup/markup.ts'
import { crumbsOfReport, lengthText } from '../../pages/report-page.ts'
import { partFigure } from '../../parts/pages/part-figure.ts'
import { reportPaths } from '../../paths.ts'
import { reusedPart } from '../../reusing/pages/reused-part.ts'
import type { SectionPageRecord } from '../section-routes.ts'
import { actWords } from '../../pages/act-words.ts'
import { ownerLink } from '../../pages/owner-link.ts'
import { dueText } from '../../asking/pages/due-text.ts'
import { countingWords } from './counting-words.ts'
import { talkPart } from '../../talk/pages/talk-part.ts'

/** A section as its unit works on it: what it is for, what it says, which live parts it has, what rests on nothing. */
export function sectionPage(visit: Visit, section: SectionPageRecord): Page {
  const { t } = visit
  const { report } = section
  return {
    title: section.name.text,
    unlisted: true,
    crumbs: crumbsOfReport(visit, { id: report.id, title: { text: report.title } }),
    history: { kind: 'report-section', id: section.id ?? '' },
    sheet: 'report',
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        kicker: report.title,
        title: spoken(t, section.name),
        lead: section.purpose?.text ?? '',
        tags: [html`<span class="tag">${section.state?.label}</span>`],
      })}
      ${when(section.returnedBecause, () => notice(html`${t('reports.section.returned')} <bdi>${section.returnedBecause}</bdi>`, 'warning'))}
      ${definitionList([
        { term: t('reports.owner'), content: section.owner && ownerLink(visit, section.owner) },
        { term: t('reports.due'), content: dueText(visit, section) },
        {
          term: t('reports.limit'),
          content: html`${lengthText(visit, section)}
          ${countingWords(visit, section.limit, section.text?.language ?? section.originalLanguage)}`,
        },
      ])}
      <h2>${t('reports.field.text')}</h2>
      ${
        section.text === null
          ? html`<p class="muted">${t('reports.section.empty')}</p>`
          : markedText(visit, { ...section, report: report.id })
      }
      ${translateLine(visit, { kind: 'report-section', id: section.id ?? '' }, section.text)}
      ${reusedPart(visit, section.reused)} ${uncitedPart(visit, section)}
      ${talkPart(visit, report.id, spokenOf(section))} ${partsPart(visit, section)} ${office(visit, section)}`,
  }
}

const spokenOf = ({ id, text, originalLanguage, paragraphs, talk }: SectionPageRecord) => ({
  section: id ?? '',
  language: text?.language ?? originalLanguage,
  paragraphs: paragraphs.map((words, place) => ({ place, text: words })),
  open: talk,
})

const uncitedPart = ({ t }: Visit, { uncited }: SectionPageRecord): Html | '' =>
  when(
    uncited.length > 0,
    () =>
      html`<h2>${t('reports.uncited')}</h2>
        <ul>
          ${uncited.map((text) => html`<li>${text.length > 160 ? `${text.slice(0, 160)}…` : text}</li>`)}
        </ul>`,
  )

function partsPart(visit: Visit, section: SectionPageRecord): Html | '' {
  const { t } = visit
  const told = partsIn(markedBlocks(section.text?.text ?? ''))
  return when(
    section.parts.length > 0,
    () =>
      html`<h2>${t('reports.parts')}</h2>
        ${section.parts.map(
          (part) =>
            html`<h3><code>{{${part.key}}}</code></h3>
              ${told.includes(part.key) ? html`<p>${part.words}</p>` : partFigure(visit, section.report.id, part)}
              ${when(
                section.may.includes('ask'),
                () =>
                  html`<p>
                    <a href="${linkTo(visit, reportPaths.partForm(section.id ?? '', part.key))}"
                      >${t('reports.part.edit')}<span class="unseen"> ${part.key}</span></a
                    >
                    ·
                    <a href="${linkTo(visit, reportPaths.dropPart(section.id ?? '', part.key))}"
                      >${t('reports.part.drop')}<span class="unseen"> ${part.key}</span></a
                    >
                  </p>`,
              )}`,
        )}`,
  )
}

function office(visit: Visit, section: SectionPageRecord): Html | '' {
  const { t } = visit
  const id = section.id ?? ''
  const links = [
    ...(section.may.includes('edit')
      ? [
          {
            path: reportPaths.sectionHeader(id),
            label: actWords(visit, 'action.report-section.edit'),
          },
        ]
      : []),
    ...(section.may.includes('write')
      ? languageCodes.map((language) => ({
          path: reportPaths.write(id, language),
          label: t('reports.write', { language: languages[language].endonym }),
        }))
      : []),
    ...(section.may.includes('write')
      ? [{ path: reportPaths.reuse(id), label: t('reports.proof.reuse') }]
      : []),
    ...(section.may.includes('ask') ? [{ path: reportPaths.newPart(id), label: t('reports.part.new') }] : []),
    ...section.steps.map((step) => ({
      path: reportPaths.sectionStep(id, step),
      label: actWords(visit, `action.report-section.${step}`),
    })),
  ]
  return when(
    links.length > 0,
    () =>
      html`<h2>${t('plans.office')}</h2>
        <ul class="steps">
          ${links.map(({ path, label }) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`)}
        </ul>`,
  )
}
