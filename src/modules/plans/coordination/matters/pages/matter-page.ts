import { partyLinks } from '#modules/mandates/index.ts'
import { languageCodes, languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { notice } from '#platform/ui/notices.ts'
import { dateText, pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOf } from '../../../pages/plan-page.ts'
import { actionList, paragraphs, proseParts, recordList } from '../../../pages/record-parts.ts'
import { taskForcePaths } from '../../task-force-paths.ts'
import type { MatterRecord } from '../matter-shape.ts'

/** What was decided or is to be considered, who takes care of it, and what came of it. */
export function matterPage(visit: Visit, matter: MatterRecord): Page {
  const { t } = visit
  return {
    title: matter.title.text,
    unlisted: matter.visibility.code !== 'public',
    crumbs: matterCrumbs(visit),
    history: { kind: 'task-force-matter', id: matter.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
      kicker: matter.kind.label,
      title: spoken(t, matter.title),
      tags: [
        html`<span class="tag">${matter.state.label}</span>`,
        ...(matter.example ? [html`<span class="badge">${t('moderation.example')}</span>`] : []),
      ],
    })}
    ${when(matter.visibility.code !== 'public', () => notice(t('task-force.matter.internal.only')))}
    ${when(matter.late, () => notice(t('task-force.matter.late'), 'warning'))} ${facts(visit, matter)}
    ${paragraphs(visit, matter.text)}
    ${proseParts(visit, [{ title: t('task-force.matter.outcome'), said: matter.outcome }])}
    ${translateLine(visit, { kind: 'task-force-matter', id: matter.id }, matter.title)}
    ${recordList(visit, t('task-force.matter.links'), matter.records)} ${office(visit, matter)}`,
  }
}

export const matterCrumbs = (visit: Pick<Visit, 't'>) => [
  ...crumbsOf(visit),
  { label: visit.t('task-force.title'), path: taskForcePaths.whole },
  { label: visit.t('task-force.matters'), path: taskForcePaths.matters },
]

const facts = (visit: Visit, { origin, decidedOn, carer, dueOn, reason }: MatterRecord): Html => {
  const { t } = visit
  return definitionList([
    { term: t('task-force.matter.origin'), content: partyLinks(visit, [origin]) },
    { term: t('task-force.matter.decided'), content: dateText(t, decidedOn) },
    { term: t('task-force.matter.carer'), content: carer === null ? null : partyLinks(visit, [carer]) },
    { term: t('task-force.matter.due'), content: dueOn === null ? null : dateText(t, dueOn) },
    {
      term: t('task-force.matter.closed-because'),
      content: reason === null ? null : html`<bdi>${reason}</bdi>`,
    },
  ])
}

/** What the reader can do with it now. */
function office(visit: Visit, { id, may, steps, originalLanguage, written }: MatterRecord): Html | '' {
  const { t } = visit
  const others = languageCodes.filter((language) => language !== originalLanguage)
  const links = [
    ...(may.includes('report')
      ? [{ path: taskForcePaths.matterReport(id), label: t('task-force.matter.report') }]
      : []),
    ...steps.map((step) => ({
      path: taskForcePaths.matterStep(id, step),
      label: t(`task-force.matter.step.${step}`),
    })),
    ...(may.includes('edit')
      ? [
          { path: taskForcePaths.matterForm(id), label: t('task-force.matter.edit') },
          ...[originalLanguage, ...others].map((language) => ({
            path: taskForcePaths.matterWords(id, language),
            label: t(
              written.includes(language) ? 'task-force.matter.words.change' : 'task-force.matter.words.write',
              { language: languages[language].endonym },
            ),
          })),
        ]
      : []),
  ]
  return actionList(visit, links)
}
