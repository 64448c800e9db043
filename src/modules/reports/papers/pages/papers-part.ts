import { languages } from '#platform/languages.ts'
import type { MessageKey } from '#platform/messages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { downloadList, type Download } from '#platform/ui/lists.ts'
import { table } from '#platform/ui/table.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Visit } from '#platform/web/visit.ts'
import { reportPaths } from '../../paths.ts'
import type { ReportRecord } from '../../report-shape.ts'
import { paperTypes, type PaperFault, type PaperForm, type PaperRow } from '../paper-form.ts'
import type { InLanguage, TranslationState } from '../translation-state.ts'

const inEachLanguage = ['pdf', 'docx', 'akn'] as const satisfies readonly PaperForm[]

/** In which languages and forms a report can be had, and what must be said of its text in each. */
export function papersPart(visit: Visit, report: ReportRecord): Html {
  const { t } = visit
  const { papers, translations } = report
  const made = papers.filter(({ state }) => state === 'made').length
  const forms = inEachLanguage.filter((form) => papers.some((paper) => paper.form === form))
  return html`<h2 id="papers">${t('reports.paper.title')}</h2>
    ${when(made < papers.length, () => html`<p>${t('reports.paper.progress', { made, all: papers.length })}</p>`)}
    ${table({
      id: 'languages',
      caption: t('reports.paper.title'),
      captionUnseen: true,
      columns: [
        { label: t('reports.paper.language') },
        { label: t('reports.paper.standing') },
        ...forms.map((form) => ({ label: t(paperTypes[form].name) })),
      ],
      rows: translations.map((one) => [
        html`<span lang="${languages[one.language].tag}">${languages[one.language].endonym}</span>`,
        t(textKeys[one.state], { there: one.there, all: one.all }),
        ...forms.map((form) => cell(visit, { report, form, one })),
      ]),
    })}
    ${downloadList(t, wholes(visit, report))}`
}

export const textKeys = {
  original: 'reports.paper.text.original',
  complete: 'reports.paper.text.complete',
  machine: 'reports.paper.text.machine',
  outdated: 'reports.paper.text.outdated',
  partly: 'reports.paper.text.partly',
  missing: 'reports.paper.text.missing',
} as const satisfies Record<TranslationState, MessageKey>

export const faultKeys = {
  busy: 'reports.paper.fault.busy',
  unavailable: 'reports.paper.fault.unavailable',
  heavy: 'reports.paper.fault.heavy',
  damaged: 'reports.paper.fault.damaged',
} as const satisfies Record<PaperFault, MessageKey>

type Cell = { report: ReportRecord; form: PaperForm; one: InLanguage }

function cell(visit: Visit, { report, form, one: { language } }: Cell): Html | string {
  const { t } = visit
  const paper = report.papers.find((row) => row.form === form && row.language === language)
  if (paper === undefined) return '–'
  if (paper.state !== 'made') return standing(visit, paper)
  const { tag, endonym } = languages[language]
  return html`<a href="${paper.address}" type="${paperTypes[form].type}" hreflang="${tag}"
    ><bdi>${t('activities.kilobytes', { count: kilobytes(paper) })}</bdi
    ><span class="unseen"> ${t(paperTypes[form].name)} <span lang="${tag}">${endonym}</span></span></a
  >`
}

const standing = ({ t }: Visit, { state }: PaperRow): string =>
  state === 'making' || state === 'made' ? t('reports.paper.making') : t(faultKeys[state])

const kilobytes = ({ size }: PaperRow): number => Math.ceil((size ?? 0) / 1024)

function wholes(visit: Visit, { id, papers }: ReportRecord): Download[] {
  const { t, language } = visit
  const packed = papers.find(({ form }) => form === 'zip')
  return [
    {
      href: linkTo(visit, reportPaths.paper(id)),
      title: t('reports.paper.whole'),
      type: 'text/html',
    },
    ...(packed === undefined
      ? []
      : [
          {
            href: addressOf(language, reportPaths.report(id), {}, '.zip'),
            title: t('reports.paper.form.zip'),
            type: paperTypes.zip.type,
            note:
              packed.state === 'made'
                ? t('activities.kilobytes', { count: kilobytes(packed) })
                : standing(visit, packed),
          },
        ]),
  ]
}
