export * from '#platform/web/listing.ts'
