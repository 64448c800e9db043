/** One act asked for, with the stretch of the sentence that says more about it. Places are in the folded text. */
export type VerbGroup = {
  start: number
  /** Where the verbs end and their object begins. */
  end: number
  /** Where the next group begins or the sentence ends. */
  until: number
  /** Base forms; several when they stand beside each other: 'review', 'improve'. */
  verbs: string[]
  /** 'own': of the addressee. 'delegated': of the one who is invited. 'passive': 'to be presented to', of what went before. */
  kind: 'own' | 'delegated' | 'passive'
  /** Of a delegated act: who is asked. */
  subject: Stretch | null
  /** 'continue to coordinate' */
  continuing: boolean
}

export type Stretch = { start: number; end: number }

/**
 * What the words of one provision ask for. 'impersonal': nobody is named ('there is a need to'). 'noun': no verb of its
 * own, as in the items of a list.
 */
export type Clause = {
  form: 'infinitive' | 'subject' | 'impersonal' | 'gerund' | 'noun'
  subject: Stretch | null
  groups: VerbGroup[]
}

export const noClause: Clause = { form: 'noun', subject: null, groups: [] }

/** Lets each group reach to the start of the next one. */
export function closed(groups: VerbGroup[], length: number): VerbGroup[] {
  const sorted = groups.toSorted((a, b) => a.start - b.start)
  return sorted.map((group, index) => ({ ...group, until: sorted[index + 1]?.start ?? length }))
}
