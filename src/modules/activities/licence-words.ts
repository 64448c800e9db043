import type { MessageKey } from '#platform/messages.ts'
import type { Licence } from './activity.ts'

/** What each licence is called. */
export const licenceKeys = {
  'CC-BY-4.0': 'activities.licence.CC-BY-4.0',
  'CC-BY-SA-4.0': 'activities.licence.CC-BY-SA-4.0',
  'CC0-1.0': 'activities.licence.CC0-1.0',
  'CC-BY-3.0-IGO': 'activities.licence.CC-BY-3.0-IGO',
  'all-rights-reserved': 'activities.licence.all-rights-reserved',
} satisfies Record<Licence, MessageKey>
