declare module '#platform/database/tables.ts' {
  interface Tables {
    address_changes: AddressChangeRow
  }
}

export type AddressChangeRow = {
  person: string
  email: string
  token_digest: string
  created_at: Date
  expires_at: Date
}
