import { languages } from '#platform/languages.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { table } from '#platform/ui/table.ts'
import type { Visit } from '#platform/web/visit.ts'
import { callPaths } from '../call-paths.ts'
import type { CallRecord } from '../call-shape.ts'
import { wordOrigin } from './letter-part.ts'

/** What the secretariat does with a call: nothing of it stands on the page of anybody else. */
export const officePart = (visit: Visit, call: CallRecord): Html | '' => {
  const links = linksOf(visit, call)
  const { t } = visit
  return when(
    links.length > 0,
    () =>
      html`<h2>${t('calls.office')}</h2>
        <ul class="steps">
          ${links.map(({ path, label }) => html`<li><a href="${linkTo(visit, path)}">${label}</a></li>`)}
        </ul>
        ${when(call.may.includes('edit'), () => wordTable(visit, call))}`,
  )
}

function linksOf({ t }: Visit, { id, may, steps }: CallRecord): { path: string; label: string }[] {
  const offered = [
    { act: 'edit', path: callPaths.dates(id), label: t('calls.dates.title') },
    { act: 'target', path: callPaths.targetList(id), label: t('calls.targets.edit') },
    { act: 'see-answers', path: callPaths.targets(id), label: t('calls.targets') },
    { act: 'write', path: callPaths.mailing(id), label: t('calls.mailing') },
  ] as const
  return [
    ...offered.filter(({ act }) => may.includes(act)),
    ...steps.map((step) => ({ path: callPaths.step(id, step), label: t(`calls.step.${step}`) })),
  ]
}

/** The letter in six languages, and how good it is in each. */
const wordTable = (visit: Visit, call: CallRecord): Html => {
  const { t } = visit
  return table({
    id: 'words',
    caption: t('calls.words'),
    columns: [
      { label: t('activities.open.field.language') },
      { label: t('calls.words.state') },
      { label: t('calls.words.edit'), unseenLabel: true },
    ],
    rows: call.languages.map(({ language, state }) => {
      const { endonym, tag } = languages[language]
      return [
        html`<bdi lang="${tag}">${endonym}</bdi>`,
        wordOrigin(t, call.originalLanguage, language, state),
        html`<a href="${linkTo(visit, callPaths.words(call.id, language))}"
          >${t('calls.words.edit')} <span class="unseen" lang="${tag}">${endonym}</span></a
        >`,
      ]
    }),
  })
}
