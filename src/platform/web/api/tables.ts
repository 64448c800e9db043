declare module '../../database/tables.ts' {
  interface Tables {
    api_answers: {
      person: string
      key_digest: string
      request_digest: string
      answered_at: Date
      /** Null only inside of the transaction that is still at work. */
      status: number | null
      location: string | null
      etag: string | null
      body: string | null
    }
  }
}

export {}
