import { languages, languageCodes } from '#platform/languages.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityPaths } from '../paths.ts'
import type { DownloadsRecord } from './download-shape.ts'

/** The register as schema.org describes data, for search engines. */
export function datasetLd(
  { t, settings }: Visit,
  { days, licences }: DownloadsRecord,
): Record<string, unknown> {
  const [last] = days
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: t('activities.title'),
    description: t('activities.open.lead'),
    url: settings.publicUrl + activityPaths.downloads,
    isAccessibleForFree: true,
    inLanguage: languageCodes.map((code) => languages[code].tag),
    publisher: { '@type': 'Organization', name: t('activities.open.publisher') },
    license: licences.flatMap(({ address }) => address ?? []),
    ...(last === undefined
      ? {}
      : {
          dateModified: last.madeAt,
          version: last.day,
          distribution: last.files.map(({ address, type, size, sha256 }) => ({
            '@type': 'DataDownload',
            contentUrl: address,
            encodingFormat: type,
            contentSize: `${size} B`,
            sha256,
          })),
        }),
  }
}
