import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { EntryRecord } from '../entry-shape.ts'
import { sectionNames, sectionTitle } from '../sections/section.ts'

type OfUse = EntryRecord['missing'][number]

/** What the entry is ready for, and what each use still asks for. */
export const usesPart = (visit: Visit, entry: EntryRecord): Html =>
  html`<section class="uses">
    <h2>${visit.t('activities.uses')}</h2>
    <p>${visit.t('activities.uses.lead')}</p>
    ${entry.missing.map((one) => usePart(visit, entry.id, one))}
  </section>`

const usePart = (visit: Visit, id: string, { use, issues }: OfUse): Html => {
  const { t } = visit
  const isReady = issues.length === 0
  return html`<section>
    <h3>${t(`activities.use.${use}`)}</h3>
    <p>${isReady ? t('activities.ready') : t('activities.missing-count', { count: issues.length })}</p>
    ${isReady ? '' : missingList(visit, id, issues)}
  </section>`
}

/** By section, so that one goes to each once; a field that is only empty needs no more than its name. */
export const missingList = (visit: Visit, id: string, issues: OfUse['issues']): Html => {
  const { t } = visit
  const bySection = Map.groupBy(issues, ({ section }) => section)
  return html`<ul>
    ${sectionNames
      .filter((section) => bySection.has(section))
      .map(
        (section) =>
          html`<li>
            <a href="${linkTo(visit, activityPaths.section(id, section))}">${t(sectionTitle(section))}</a> —
            ${bySection
              .get(section)
              ?.map(
                ({ field, sentence }, place) =>
                  html`${place > 0 ? t('words.comma') : ''}${fieldName(visit, field)}${sentence === t('activities.missing') ? '' : html` (${sentence})`}`,
              )}
          </li>`,
      )}
  </ul>`
}

const fieldName = ({ t }: Visit, field: string): string =>
  t(`activities.field.${field}` as 'activities.field.title')
