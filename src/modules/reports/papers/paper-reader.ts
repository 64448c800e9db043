import { addressOf } from '#platform/web/address.ts'
import type { Visit } from '#platform/web/visit.ts'

/** For whom a paper is worded. */
export type PaperReader = Pick<Visit, 't' | 'language' | 'now'> & { settings: { publicUrl: string } }

/** An address of this site with the site and the reader's language; any other as it is. */
export function absolute({ settings, language }: PaperReader, address: string): string {
  if (!address.startsWith('/') || address.startsWith('//')) return address
  const path = address.replace(/^\/(?:ar|zh|en|fr|ru|es)(?=\/)/, '')
  return `${settings.publicUrl}${addressOf(language, path)}`
}
