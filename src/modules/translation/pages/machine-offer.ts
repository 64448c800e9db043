import { may } from '#platform/access/rights.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { TranslationRecord } from '../editor/record.ts'
import { translationPaths } from '../paths.ts'
import { translationRights } from '../translation-rights.ts'

/** The way to a machine translation, where an engine is set and segments lack a text. */
export const machineOffer = (visit: Visit, record: TranslationRecord): Html | '' =>
  when(
    visit.settings.translator !== null &&
      record.fields.some(({ segments }) => segments.some(({ own }) => own === null)) &&
      may(translationRights, 'translate-by-machine', visit.actor, record),
    () =>
      html`<p>
        <a href="${linkTo(visit, translationPaths.machine(record.language, record.kind, record.id))}"
          >${visit.t('translation.machine.offer')}</a
        >
      </p>`,
  )
