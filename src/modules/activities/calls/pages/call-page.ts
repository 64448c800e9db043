import { number } from '#platform/ui/format.ts'
import { stats } from '#platform/ui/figures.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead, spoken } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import { callPaths } from '../call-paths.ts'
import type { CallRecord } from '../call-shape.ts'
import { callTag } from './calls-page.ts'
import { datesLine, letterPart } from './letter-part.ts'
import { officePart } from './office-part.ts'

/** A call as everybody reads it: until when, the letter, how far it has come; below that what the secretariat does with it. */
export function callPage(visit: Visit, call: CallRecord): Page {
  const { t } = visit
  return {
    title: call.title.text,
    description: t('calls.lead'),
    unlisted: call.state.code === 'draft',
    crumbs: crumbsOf(visit),
    history: { kind: 'call', id: call.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({
        kicker: t('noun.call'),
        title: spoken(t, call.title),
        lead: datesLine(visit, call),
        tags: [callTag(call)],
      })}
      ${when(call.example, () => notice(t('calls.example'), 'warning'))} ${standing(visit, call)}
      ${letterPart(visit, call)}
      <p><a href="${linkTo(visit, callPaths.letter(call.id))}">${t('calls.print')}</a></p>
      ${progress(visit, call)} ${officePart(visit, call)}`,
  }
}

export const crumbsOf = ({ t }: Visit) => [
  { label: t('activities.title'), path: activityPaths.activities },
  { label: t('calls.title'), path: callPaths.list },
]

/** What the reader can do now, and what becomes of entries that come late. */
const standing = (visit: Visit, call: CallRecord): Html | '' => {
  const { t } = visit
  if (call.state.code === 'draft') return notice(t('calls.standing.draft'))
  return html`${when(call.isPastCutOff || call.state.code === 'closed', () =>
      notice(t(call.state.code === 'closed' ? 'calls.standing.closed' : 'calls.standing.late')),
    )}
    <p class="buttons">
      <a class="button main" href="${linkTo(visit, activityPaths.newEntry, { call: call.id })}"
        >${t('calls.enter')}</a
      >
    </p>`
}

const progress = (visit: Visit, call: CallRecord): Html => {
  const { t, language } = visit
  const entries = (query: Record<string, string> = {}) => linkTo(visit, callPaths.entries(call.id), query)
  return html`<h2>${t('calls.progress')}</h2>
    ${stats(language, [
      { count: call.inTime, label: t('calls.in-time'), href: entries({ timing: 'in-time' }) },
      { count: call.late, label: t('calls.late'), href: entries({ timing: 'late' }) },
      { count: call.published, label: t('calls.published'), href: entries() },
    ])}
    <p>
      ${t('calls.progress.lead')}
      ${call.expected > 0 ? t('calls.progress.expected', { count: call.expected }) : ''}
    </p>
    ${table({
      id: 'by-region',
      caption: t('calls.by-region'),
      columns: [
        { label: t('activities.filter.region') },
        ...(['calls.expected', 'calls.in-time', 'calls.late', 'calls.published'] as const).map((key) => ({
          label: t(key),
          align: 'end' as const,
        })),
      ],
      rows: call.regions.map(({ region, expected, inTime, late, published }) => [
        region === null
          ? t('moderation.figures.no-region')
          : region.label
            ? spoken(t, region.label)
            : region.code,
        expected === 0 ? '–' : number(language, expected),
        number(language, inTime),
        number(language, late),
        region === null || published === 0
          ? number(language, published)
          : html`<a href="${entries({ region: region.code })}">${number(language, published)}</a>`,
      ]),
    })}`
}
