import { frameworkPaths } from '#modules/frameworks/index.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { bdi, spoken } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { ActivityRecord } from '../activity-shape.ts'

type Tagged = ActivityRecord['sdgs'][number]

/** What the activity serves, each with the sentence why. */
export const tagSections = (visit: Visit, record: ActivityRecord): Html => {
  const { t } = visit
  return html`${tagPart(
    visit,
    t('activities.field.actionLines'),
    record.actionLines.map((line) => lineText(visit, line)),
  )}
  ${tagPart(
    visit,
    t('activities.field.sdgs'),
    record.sdgs.map((tag) => tagText(visit, tag, goalPath(tag.code))),
  )}
  ${tagPart(
    visit,
    t('activities.field.gdc'),
    record.gdc.map((tag) => tagText(visit, tag, listOf('gdc', tag.code))),
  )}
  ${tagPart(
    visit,
    t('activities.field.beneficiaries'),
    record.beneficiaries.map((tag) => tagText(visit, tag, null)),
  )}
  ${tagPart(
    visit,
    t('activities.field.genevaTargets'),
    record.genevaTargets.map((tag) => tagText(visit, { ...tag, why: null }, null)),
  )}`
}

const tagPart = (_visit: Visit, title: string, tags: Html[]): Html | '' =>
  when(
    tags.length > 0,
    () =>
      html`<section class="section">
        <h2>${title}</h2>
        <ul class="tagged">
          ${tags.map((tag) => html`<li>${tag}</li>`)}
        </ul>
      </section>`,
  )

const lineText = (visit: Visit, line: ActivityRecord['actionLines'][number]): Html =>
  html`${tagText(visit, line, frameworkPaths.actionLine(line.code))}
  ${when(
    line.themes.length > 0,
    () =>
      html`<p class="themes">
        ${line.themes.map(({ code, label }) => html`<span class="badge">${label === null ? code : spoken(visit.t, label)}</span> `)}
      </p>`,
  )}`

const tagText = (visit: Visit, { code, label, why }: Tagged, path: string | null): Html => {
  const isName = /[a-z]-|^[a-z]+$/.test(code)
  const words = html`${isName ? '' : html`<strong>${bdi(code)}</strong> `}${label === null ? '' : spoken(visit.t, label)}`
  return html`<p>
      ${path === null ? words : html`<a href="${linkTo(visit, path.split('?')[0] ?? '', queryOf(path))}">${words}</a>`}
    </p>
    ${when(why, () => html`<p class="why">${why ? spoken(visit.t, why) : ''}</p>`)}`
}

const goalPath = (code: string): string => frameworkPaths.goal(Number(code.split('.')[0]))

const listOf = (name: string, value: string): string => `${activityPaths.activities}?${name}=${value}`

const queryOf = (path: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(path.split('?')[1] ?? ''))
