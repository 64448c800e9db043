import { formPage } from '#platform/ui/form-page.ts'
import { formPart, tickBox } from '#platform/ui/form.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../../paths.ts'
import type { ActivitySettings } from '../settings-commands.ts'

export function settingsPage(visit: Visit, { secondPair }: ActivitySettings, entered: Entered): Page {
  const { t } = visit
  const place = { visit, entered, present: { 'second-pair': secondPair ? 'yes' : '' } }
  return {
    ...formPage({
      title: t('moderation.settings'),
      lead: t('moderation.settings.lead'),
      crumbs: [{ label: t('moderation.title'), path: activityPaths.moderation }],
      form: formPart(place, {
        submit: t('moderation.settings.save'),
        content: tickBox(place, {
          name: 'second-pair',
          label: t('moderation.settings.second-pair'),
          hint: t('moderation.settings.second-pair.hint'),
        }),
      }),
    }),
    history: { kind: 'activity-settings', id: 'all' },
  }
}
