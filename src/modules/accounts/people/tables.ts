declare module '#platform/database/tables.ts' {
  interface Tables {
    address_changes: {
      person: string
      email: string
      token_digest: string
      created_at: Date
      expires_at: Date
    }
  }
}

// Makes this file a module, so that the declaration above adds to the tables.
export type AddressChanges = 'address_changes'
