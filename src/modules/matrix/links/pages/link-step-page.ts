import { formPage } from '#platform/ui/form-page.ts'
import { formPart, textArea } from '#platform/ui/form.ts'
import { html, when } from '#platform/ui/html.ts'
import { bdi, spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellName, crumbsOfLinks } from '../../pages/cell-words.ts'
import { matrixPaths } from '../../paths.ts'
import type { LinkRow } from '../link-shape.ts'
import type { LinkStep } from '../link-workflow.ts'
import { mostRationale, type Link } from '../link.ts'

/** Says what a step does before it is taken; a withdrawal asks why. */
export function linkStepPage(
  visit: Visit,
  step: LinkStep,
  { link, row }: { link: Link; row: LinkRow },
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t(`matrix.step.${step}`),
    lead: t(`matrix.step.${step}.lead`),
    crumbs: [...crumbsOfLinks(visit), { label: cellName(visit, row), path: matrixPaths.link(link.id) }],
    about: html`<p>${bdi(cellName(visit, row))} · ${spoken(t, row.rationale)}</p>`,
    form: formPart(place, {
      submit: t(`matrix.step.${step}`),
      version: link.revision,
      tone: step === 'withdraw' ? 'grave' : 'plain',
      content: html`${when(step === 'withdraw', () =>
        textArea(place, {
          name: 'reason',
          label: t('matrix.reason'),
          hint: t('matrix.reason.hint'),
          isRequired: true,
          maxLength: mostRationale,
        }),
      )}`,
    }),
  })
}
