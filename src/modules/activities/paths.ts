/** Addresses of the module, without the language. */
export const activityPaths = {
  activities: '/activities',
  map: '/activities/map',
  grid: '/activities/grid',
  activity: (id: string) => `/activities/${id}`,
  revision: (id: string, number: number) => `/activities/${id}/revisions/${number}`,
  picture: (id: string, checksum: string) => `/activities/${id}/pictures/${checksum}`,
  attachment: (id: string, checksum: string) => `/activities/${id}/attachments/${checksum}`,
  newEntry: '/entries/new',
  myEntries: '/entries',
  /** Where an entry is worked on: what is missing, its sections, its steps. */
  entry: (id: string) => `/entries/${id}`,
  section: (id: string, section: string) => `/entries/${id}/${section}`,
  step: (id: string, step: string) => `/entries/${id}/steps/${step}`,
  moderation: '/moderation',
  moderated: (id: string) => `/moderation/${id}`,
  calls: '/calls',
  call: (id: string) => `/calls/${id}`,
  imports: '/activity-imports',
  import: (id: string) => `/activity-imports/${id}`,
  downloads: '/downloads',
  changes: '/activities/changes',
} as const
