declare module '#platform/database/tables.ts' {
  interface Tables {
    personal_tokens: {
      id: string
      person: string
      name: string
      token_digest: string
      may: 'read' | 'write'
      made_at: Date
      ends_on: string
      used_on: string | null
    }
  }
}

export {}
