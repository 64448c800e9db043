import { languages, type LanguageCode } from '#platform/languages.ts'
import type { Crumb } from '#platform/ui/lists.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { InstrumentRecord } from './instrument-shape.ts'
import { mandatePaths } from '../paths.ts'
import type { ProvisionPageRecord } from './provision-page-shape.ts'
import type { ProvisionRecord } from './provision-shape.ts'
import type { RevisionLinkRecord, RevisionRecord } from './revision-shape.ts'
import type { RevisionRefRecord, Said } from '../shapes.ts'

type Node = Record<string, unknown>
type Place = Pick<Visit, 'language' | 't' | 'settings'>

/** Nodes of schema.org with the way from the home page to this one. */
export const describedWith = (place: Place, crumbs: Crumb[], nodes: Node[]): Node => ({
  '@context': 'https://schema.org',
  '@graph': [
    ...nodes,
    {
      '@type': 'BreadcrumbList',
      itemListElement: [{ label: place.t('layout.home'), path: '/' }, ...crumbs].map(
        ({ label, path }, index) => ({
          '@type': 'ListItem',
          position: index + 1,
          name: label,
          item: whole(place, path),
        }),
      ),
    },
  ],
})

export const revisionNode = (place: Place, revision: RevisionRecord): Node => ({
  '@type': 'Legislation',
  '@id': whole(place, mandatePaths.revision(revision.id)),
  legislationIdentifier: revision.id,
  name: spoken(revision.name),
  ...(revision.title === null ? {} : { alternateName: spoken(revision.title) }),
  ...(revision.adoptedOn === null ? {} : { legislationDate: revision.adoptedOn }),
  ...(revision.body.name === null
    ? {}
    : { legislationPassedBy: { '@type': 'Organization', name: spoken(revision.body.name) } }),
  legislationLegalForce: legalForce(revision),
  inLanguage: revision.imported.map(({ language }) => languages[language].tag),
  ...(replacedBefore(revision) === null
    ? {}
    : { legislationChanges: { '@id': whole(place, mandatePaths.revision(replacedBefore(revision) ?? '')) } }),
})

/** An instrument: the work of which each revision is a version. */
export const instrumentNode = (place: Place, instrument: InstrumentRecord): Node => ({
  '@type': 'Legislation',
  '@id': whole(place, mandatePaths.instrument(instrument.id)),
  legislationIdentifier: instrument.id,
  name: spoken(instrument.name),
  ...(instrument.title === null ? {} : { alternateName: spoken(instrument.title) }),
  workExample: instrument.revisions.map((revision) => ({
    '@type': 'Legislation',
    '@id': whole(place, mandatePaths.revision(revision.id)),
    name: spoken(revision.name),
    legislationLegalForce: legalForce(revision),
  })),
})

/** A provision, and beside it our paraphrase, which is a work of its own. */
export function provisionNodes(place: Place, page: ProvisionPageRecord): Node[] {
  const { provision, revision } = page
  const id = whole(place, mandatePaths.provision(revision.id, provision.address))
  const legislation = {
    '@type': 'Legislation',
    '@id': id,
    legislationIdentifier: provision.id,
    name: `${provision.name} · ${revision.name.text}`,
    isPartOf: { '@id': whole(place, mandatePaths.revision(revision.id)) },
    legislationLegalForce: legalForce(revision),
  }
  return provision.paraphrase === null ? [legislation] : [legislation, paraphraseNode(id, provision)]
}

const paraphraseNode = (id: string, { paraphrase }: ProvisionRecord): Node => ({
  '@type': 'CreativeWork',
  isBasedOn: { '@id': id },
  ...(paraphrase === null
    ? {}
    : { abstract: spoken(paraphrase), inLanguage: languages[paraphrase.language].tag }),
})

const legalForce = ({ status }: Pick<RevisionLinkRecord | RevisionRefRecord, 'status'>): string | undefined =>
  ({
    'in-force': 'https://schema.org/InForce',
    superseded: 'https://schema.org/NotInForce',
    unknown: undefined,
  })[status.code]

const replacedBefore = ({ id, chain }: RevisionRecord): string | null =>
  chain.find((link) => link.supersededBy === id)?.id ?? null

const spoken = ({ text, language }: Said) => ({ '@value': text, '@language': languages[language].tag })

const whole = (
  { settings, language }: { settings: Visit['settings']; language: LanguageCode },
  path: string,
) => settings.publicUrl + addressOf(language, path)
