/** Addresses of the module, without the language. */
export const activityPaths = {
  activities: '/activities',
  map: '/activities/map',
  grid: '/activities/grid',
  /** All values of one filter. */
  values: (filter: string) => `/activities/values/${filter}`,
  codes: '/activities/codes',
  places: '/places',
  place: (kind: 'country' | 'region' | 'group', code: string) => `/places/${kind}/${code}`,
  activity: (id: string) => `/activities/${id}`,
  revision: (id: string, number: number) => `/activities/${id}/revisions/${number}`,
  picture: (id: string, checksum: string) => `/activities/${id}/pictures/${checksum}`,
  attachment: (id: string, checksum: string) => `/activities/${id}/attachments/${checksum}`,
  newEntry: '/entries/new',
  myEntries: '/entries',
  /** Where an entry is worked on: what is missing, its sections, its steps. */
  entry: (id: string) => `/entries/${id}`,
  section: (id: string, section: string) => `/entries/${id}/${section}`,
  /** Of the work, for those who may see it. */
  entryPicture: (id: string, checksum: string) => `/entries/${id}/pictures/${checksum}`,
  entryAttachment: (id: string, checksum: string) => `/entries/${id}/attachments/${checksum}`,
  step: (id: string, step: string) => `/entries/${id}/steps/${step}`,
  questionnaire: '/questionnaire',
  /** Where filled-in ones are sent. */
  questionnaireAnswers: '/questionnaire/answers',
  /** An entry to take along; with an ending. */
  entryQuestionnaire: (id: string) => `/entries/${id}/questionnaire`,
  moderation: '/moderation',
  moderated: (id: string) => `/moderation/${id}`,
  moderationStep: (id: string, step: 'publish' | 'return' | 'publish-update' | 'return-update') =>
    `/moderation/${id}/steps/${step}`,
  /** Puts it into another entry that is about the same activity. */
  merger: (id: string) => `/moderation/${id}/merger`,
  care: (id: string) => `/moderation/${id}/care`,
  notes: (id: string) => `/moderation/${id}/notes`,
  /** One step with many entries, and what became of them. */
  bulk: '/moderation/bulk',
  outcome: '/moderation/outcome',
  figures: '/moderation/figures',
  moderationSettings: '/moderation/settings',
  calls: '/calls',
  call: (id: string) => `/calls/${id}`,
  imports: '/activity-imports',
  import: (id: string) => `/activity-imports/${id}`,
  downloads: '/downloads',
  changes: '/activities/changes',
} as const
