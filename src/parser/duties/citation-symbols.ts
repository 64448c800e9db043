import type { PlacedCitation } from './citation-context.ts'
import { instrumentId } from './instrument-id.ts'

/** 'A/RES/70/125', 'E/RES/2006/46', 'S/RES/1325 (2000)'. */
export function symbols(text: string): PlacedCitation[] {
  const bodies: Record<string, string> = { 'A/': 'unga', 'E/': 'ecosoc', 'S/': 'unsc', 'A/HRC/': 'hrc' }
  return [
    ...text.matchAll(
      /(?<![\p{L}/])(A\/HRC\/|[AES]\/)(?:RES|DEC)\/((?:E?S-)?\d+(?:\/\d+)*(?: \((?:19|20)\d\d\))?)/gu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    instrument: instrumentId(bodies[match[1] ?? ''] ?? 'unga', 'resolution', match[2] ?? '', null, null),
    explicit: true,
    paragraphs: [],
  }))
}

/** 'Recommendation ITU-T X.1500' */
export function recommendations(text: string): PlacedCitation[] {
  return [
    ...text.matchAll(
      /(?:\p{L}+ )?(?:ITU|UIT|МСЭ)-([TRТР])(?:建议书)? ([A-Z]{1,3})\.(\d+(?:\.\d+)*(?:-\d+)?)(?!\d)/gu,
    ),
  ].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    instrument: `itu-${/[TТ]/.test(match[1] ?? '') ? 't' : 'r'}-${(match[2] ?? '').toLowerCase()}-${(match[3] ?? '').replaceAll('.', '-')}`,
    explicit: true,
    paragraphs: [],
  }))
}
