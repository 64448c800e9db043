import { choiceGroup, formPart, type FormPlace } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { kindWords, noticeKinds, ways, type NoticeKind, type Way } from '../notice.ts'
import { noticePaths } from '../paths.ts'

/** How I want to hear of each kind. */
export function choicesPage(visit: Visit, choices: Record<NoticeKind, Way>, entered: Entered): Page {
  const { t } = visit
  const kinds = Object.keys(noticeKinds) as NoticeKind[]
  const present = Object.fromEntries(kinds.map((kind) => [kind.replace('.', '-'), choices[kind]]))
  const place: FormPlace = { visit, entered, present }
  const content = kinds.map((kind) =>
    choiceGroup(place, {
      name: kind.replace('.', '-'),
      label: t(kindWords[kind]),
      kind: 'radio',
      choices: ways.map((way) => ({ value: way, label: t(`notice-way.${way}`) })),
    }),
  )
  return {
    title: t('notices.choose'),
    crumbs: [{ label: t('notices.title'), path: noticePaths.list }],
    main: html`${pageHead({ title: t('notices.choose'), lead: t('notices.choose.lead') })}
    ${formPart(place, { submit: t('notices.save'), content })}`,
    unlisted: true,
    form: 'form',
  }
}
