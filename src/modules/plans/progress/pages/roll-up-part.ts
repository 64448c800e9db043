import { shareBar, stackedBar, stats } from '#platform/ui/figures.ts'
import { date, number } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import type { Status } from '#platform/ui/status.ts'
import type { Visit } from '#platform/web/visit.ts'
import { planPaths } from '../../paths.ts'
import type { RollUpRecord } from '../progress-shape.ts'
import { marks, type Mark } from '../roll-up.ts'
import { markKeys } from '../words.ts'

/** What the items of a plan add up to; each number opens what it counts. What is missing stands first and in words. */
export function rollUpPart(visit: Visit, plan: string, rolled: RollUpRecord): Html {
  const { t, language } = visit
  const there = marks.filter((mark) => rolled.byMark[mark] > 0)
  return html`${when(rolled.byMark.missing > 0, () =>
      notice(t('progress.missing', { count: rolled.byMark.missing }), 'warning'),
    )}
    ${stats(
      language,
      there.map((mark) => ({
        count: rolled.byMark[mark],
        label: t(markKeys[mark]),
        href: linkTo(visit, planPaths.progress(plan), { mark }),
        status: markLooks[mark],
      })),
    )}
    ${stackedBar(there.map((mark) => ({ count: rolled.byMark[mark], status: barLooks[mark] })))}
    <p>
      ${t('progress.done')}
      ${shareBar(language, { count: rolled.byMark.done, total: rolled.leaves, label: t('progress.done') })}
      ${t('progress.of-leaves', { count: rolled.leaves })}
      ${rolled.latest === null ? '' : t('progress.latest', { day: date(language, rolled.latest) })}
    </p>`
}

/** The same in one line, for what stands below an item. */
export const rollUpLine = ({ t, language }: Visit, { leaves, byMark, weakest }: RollUpRecord): Html =>
  html`${weakest === null ? '' : markTag(weakest.code, weakest.label)}
    <span class="muted"
      >${t('progress.done-of', { done: number(language, byMark.done), count: leaves })}
      ${byMark.missing === 0 ? '' : `· ${t('progress.missing.short', { count: byMark.missing })}`}</span
    >`

export const markTag = (mark: Mark, label: string): Html =>
  html`<span class="tag is-${markLooks[mark]}">${label}</span>`

export const markLooks = {
  missing: 'missing',
  'off-track': 'overdue',
  'at-risk': 'ageing',
  waiting: 'continuing',
  'not-started': 'upcoming',
  'not-asked': 'date-unknown',
  'on-track': 'under-way',
  done: 'delivered',
} as const satisfies Record<Mark, Status>

/** In a bar colours alone tell the parts apart: what is at risk must not look like what is done. */
const barLooks: Record<Mark, Status> = { ...markLooks, 'at-risk': 'superseded' }
