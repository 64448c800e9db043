import { mandatePaths, partyLinks } from '#modules/mandates/index.ts'
import { matrixPaths } from '#modules/matrix/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { dateRangeText, dateText, pageHead, spoken, uncheckedBadge } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { partFigure } from '../parts/pages/part-figure.ts'
import { markedBlocks, partsIn } from '../markup/markup.ts'
import { reportPaths } from '../paths.ts'
import { reusedPart, usedAgainPart } from '../reusing/pages/reused-part.ts'
import type { ReportRecord } from '../report-shape.ts'
import type { SectionRecord } from '../sections/section-shape.ts'
import { markedText } from './marked-text.ts'
import { dueText } from '../asking/pages/due-text.ts'
import { chainPart } from '../clearance/pages/chain-part.ts'
import { numbersOf, type PaperNumbers } from '../papers/paper-numbers.ts'
import { paperOf } from '../papers/paper.ts'
import { papersPart } from '../papers/pages/papers-part.ts'
import { actWords } from './act-words.ts'
import { ownerLink } from './owner-link.ts'

/** A report as it is read; below, what it answers, and what the reader can do with it. */
export function reportPage(visit: Visit, report: ReportRecord): Page {
  const { t } = visit
  return {
    title: report.title.text,
    unlisted: report.digest === null,
    crumbs: crumbsOf(visit),
    history: { kind: 'report', id: report.id },
    sheet: 'report',
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
      kicker: report.symbol ?? spoken(t, report.template.name),
      title: spoken(t, report.title),
      tags: [html`<span class="tag">${report.state.label}</span>`],
    })}
    ${when(report.example, () => notice(t('reports.example'), 'warning'))} ${standing(visit, report)}
    ${facts(visit, report)} ${contents(visit, report)} ${papersPart(visit, report)}
    ${translateLine(visit, { kind: 'report', id: report.id }, report.title)} ${sectionParts(visit, report)}
    ${chainPart(visit, report.clearance)} ${answersPart(visit, report)} ${reusedPart(visit, report.reused)}
    ${usedAgainPart(visit, report.usedAgain)} ${office(visit, report)}`,
  }
}

export const crumbsOf = ({ t }: Pick<Visit, 't'>) => [
  { label: t('reports.portfolio'), path: reportPaths.portfolio },
  { label: t('reports.title'), path: reportPaths.reports },
]

export const crumbsOfReport = (visit: Pick<Visit, 't'>, report: { id: string; title: { text: string } }) => [
  ...crumbsOf(visit),
  { label: report.title.text, path: reportPaths.report(report.id) },
]

function standing(visit: Visit, report: ReportRecord): Html | '' {
  const { t } = visit
  const later = report.versions.find(({ version }) => version > report.version)
  if (report.digest === null) return notice(t('reports.standing.open'))
  return html`${when(later, () =>
    notice(
      html`${t('reports.standing.corrected')}
        <a href="${linkTo(visit, reportPaths.report(later?.id ?? ''))}"
          >${t('plans.version', { version: later?.version ?? 0 })}</a
        >`,
      'warning',
    ),
  )}
  ${notice(
    html`${t('reports.standing.frozen')} ${dateText(t, report.frozenAt?.slice(0, 10) ?? '')} ·
      ${t('reports.digest')} <code>${report.digest.slice(0, 16)}</code>`,
  )}`
}

function facts(visit: Visit, report: ReportRecord): Html {
  const { t } = visit
  const day = (on: string | null) => (on === null ? null : dateText(t, on))
  return definitionList([
    { term: t('reports.recipient'), content: partyLinks(visit, [report.recipient]) },
    { term: t('reports.lead'), content: partyLinks(visit, [report.lead]) },
    { term: t('reports.period'), content: dateRangeText(t, report.startsOn, report.endsOn) },
    { term: t('reports.due'), content: dueText(visit, report) },
    { term: t('reports.limit'), content: report.limit && lengthText(visit, report) },
    {
      term: t('reports.talk.title'),
      content:
        report.open &&
        html`<a href="${linkTo(visit, reportPaths.talk(report.id))}"
          >${openText(visit, report.open) || t('reports.talk.all')}</a
        >`,
    },
    {
      term: t('reports.version'),
      content:
        report.versions.length < 2
          ? null
          : html`${report.versions.map(
              ({ id, version, state }, place) =>
                html`${place === 0 ? '' : ' · '}<a href="${linkTo(visit, reportPaths.report(id))}"
                    >${t('plans.version', { version })}</a
                  >
                  (${state.label})`,
            )}`,
    },
    { term: t('reports.correction'), content: report.correction && html`<bdi>${report.correction}</bdi>` },
    {
      term: t('reports.proof.matrix'),
      content:
        report.matrix &&
        html`<a href="${linkTo(visit, matrixPaths.version(report.matrix.number))}"
            >${t('plans.version', { version: report.matrix.number })}</a
          >
          (${dateText(t, report.matrix.datedOn)})`,
    },
    { term: t('reports.delivered-on'), content: day(report.deliveredOn) },
    {
      term: t('reports.considered-on'),
      content: report.consideredOn && html`${day(report.consideredOn)} · <bdi>${report.decision}</bdi>`,
    },
    { term: t('reports.paper.meeting'), content: report.meeting && spoken(t, report.meeting) },
    {
      term: t('reports.paper.agenda-item'),
      content: report.agendaItem && html`<bdi>${report.agendaItem}</bdi>`,
    },
    { term: t('reports.paper.summary'), content: report.summary && spoken(t, report.summary) },
    { term: t('reports.field.action'), content: report.action && spoken(t, report.action) },
  ])
}

function contents({ t }: Visit, { sections }: ReportRecord): Html {
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">${t('reports.paper.contents')}</h2>
    <ol>
      ${sections.map(({ code, name }, place) => html`<li><a href="#${code}">${place + 1}. ${spoken(t, name)}</a></li>`)}
    </ol>
  </nav>`
}

/** Paragraphs, notes, tables and figures have the numbers of the paper. */
function sectionParts(visit: Visit, report: ReportRecord): Html[] {
  const numbers = numbersOf(paperOf(visit, report))
  return report.sections.map((section, place) =>
    sectionPart(visit, { ...report, numbers }, section, place + 1),
  )
}

type Numbered = ReportRecord & { numbers: PaperNumbers }

function sectionPart(visit: Visit, report: Numbered, section: SectionRecord, number: number): Html {
  const { t } = visit
  const { numbers } = report
  const { text } = section
  const parts = report.sections.flatMap((one) => one.parts)
  const spokenOf = new Set(partsIn(markedBlocks(text?.text ?? '')))
  return html`<h2 id="${section.code}">${number}. ${spoken(t, section.name)}</h2>
    ${when(
      section.id,
      () =>
        html`<p class="facts">
          <span class="tag">${section.state?.label}</span>
          ${section.owner && ownerLink(visit, section.owner)} ${lengthText(visit, section)}
          ${when(section.late, () => html`<strong>${t('reports.asking.late')}</strong>`)}
          ${openText(visit, section.open)}
          <a href="${linkTo(visit, reportPaths.section(section.id ?? ''))}"
            >${t('reports.section.open')}<span class="unseen"> ${section.name.text}</span></a
          >
        </p>`,
    )}
    ${
      text === null
        ? html`<p class="muted">${t('reports.section.empty')}</p>`
        : html`${text.state === undefined ? '' : uncheckedBadge(t, text.state)}${markedText(visit, { ...section, report: report.id, parts, numbers })}`
    }
    ${section.parts.filter(({ key }) => !spokenOf.has(key)).map((part) => partFigure(visit, report.id, part, numbers.parts.get(part.key)))}`
}

/** How much is open of what was said; nothing where nothing is. */
const openText = ({ t }: Pick<Visit, 't'>, open: SectionRecord['open']): Html | '' =>
  open === null || open.comments + open.suggestions === 0
    ? ''
    : html`<span>${t('reports.talk.open', open)}</span>`

const lengthKeys = {
  words: 'reports.length.words',
  pages: 'reports.length.pages',
  characters: 'reports.length.characters',
} as const

export const lengthText = ({ t }: Pick<Visit, 't'>, { limit }: Pick<SectionRecord, 'limit'>): Html | '' =>
  limit === null
    ? ''
    : html`<span
        >${t(lengthKeys[limit.unit])} <bdi>${String(limit.length)} / ${String(limit.number)}</bdi></span
      >`

function answersPart(visit: Visit, { answers, unanswered }: ReportRecord): Html {
  const { t } = visit
  const line = ({ duty, occurrence, words }: ReportRecord['answers'][number]) =>
    html`<li>
      <a href="${linkTo(visit, mandatePaths.duty(duty))}"
        >${words === null ? html`<bdi>${duty}</bdi>` : spoken(t, words)}</a
      >
      ${when(occurrence, () => html`· <bdi>${occurrence}</bdi>`)}
    </li>`
  return html`<h2 id="answers">${t('reports.answers')}</h2>
    ${
      answers.length === 0
        ? html`<p class="muted">${t('reports.answers.none')}</p>`
        : html`<ul>
            ${answers.map(line)}
          </ul>`
    }
    ${when(
      unanswered.length > 0,
      () =>
        html`<h3>${t('reports.unanswered')}</h3>
          <ul>
            ${unanswered.map(line)}
          </ul>`,
    )}`
}

function office(visit: Visit, report: ReportRecord): Html | '' {
  const { t } = visit
  const links = [
    ...(report.may.includes('edit')
      ? [
          { path: reportPaths.header(report.id), label: t('reports.edit') },
          ...languageCodes.map((language) => ({
            path: reportPaths.words(report.id, language),
            label: t('reports.edit.words', { language: languages[language].endonym }),
          })),
        ]
      : []),
    ...(report.may.includes('print')
      ? [{ path: reportPaths.drafts(report.id), label: actWords(visit, 'action.report.print') }]
      : []),
    ...(report.sections.some((section) => section.may.includes('write'))
      ? [{ path: reportPaths.returned(report.id), label: t('reports.return.title') }]
      : []),
    ...report.steps.map((step) => ({
      path: reportPaths.step(report.id, step),
      label: actWords(visit, `action.report.${step}`),
    })),
    ...(report.may.includes('correct') && report.versions.every(({ version }) => version <= report.version)
      ? [{ path: reportPaths.correction(report.id), label: actWords(visit, 'action.report.correct') }]
      : []),
  ]
  return when(
    links.length > 0,
    () =>
      html`<h2>${t('plans.office')}</h2>
        <ul class="steps">
          ${links.map(({ path, label }) => html`<li><a href="${addressOf(visit.language, path)}">${label}</a></li>`)}
        </ul>`,
  )
}
