import { html } from '#platform/ui/html.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { CodesRecord } from '../code-routes.ts'

/** Every code, each list under the name of the column that takes it. */
export const codesPage = (visit: Visit, { lists }: CodesRecord): Page => {
  const { t } = visit
  return {
    title: t('activities.codes'),
    description: t('activities.codes.lead'),
    crumbs: [{ label: t('activities.title'), path: activityPaths.activities }],
    alternates: [{ type: 'application/json', path: '.json', title: t('activities.as-json') }],
    main: html`${pageHead({ title: t('activities.codes'), lead: t('activities.codes.lead') })}
    ${lists.map(({ name, columns, codes }) =>
      table({
        id: name,
        caption: html`<code>${columns.join(', ')}</code> (${name})`,
        columns: [{ label: t('activities.codes.code') }, { label: t('activities.codes.name') }],
        rows: codes.map(({ code, label }) => [html`<code>${code}</code>`, label]),
      }),
    )}`,
  }
}
