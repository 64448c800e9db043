import { languages } from '#platform/languages.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Cited } from './citing.ts'
import { mandatePaths } from '../paths.ts'
import type { ProvisionPageRecord } from './provision-page-shape.ts'
import type { RevisionRecord } from './revision-shape.ts'

type Place = Pick<Visit, 'language' | 'settings'>

/** A revision as it is cited. */
export const citedOf = (place: Place, revision: RevisionRecord): Cited => ({
  id: revision.id,
  name: revision.name.text,
  title: revision.title?.text ?? null,
  body: revision.body.name?.text ?? revision.body.acronym,
  place: revision.place,
  year: revision.year,
  provision: null,
  language: languages[place.language].tag,
  address: whole(place, mandatePaths.revision(revision.id)),
})

/** One provision as it is cited; the body and the place of adoption stand in the name of its revision. */
export const citedProvision = (place: Place, { revision, provision }: ProvisionPageRecord): Cited => ({
  id: provision.id,
  name: revision.name.text,
  title: revision.title?.text ?? null,
  body: null,
  place: null,
  year: revision.year,
  provision: provision.name,
  language: languages[place.language].tag,
  address: whole(place, mandatePaths.provision(revision.id, provision.address)),
})

const whole = ({ settings, language }: Place, path: string) => settings.publicUrl + addressOf(language, path)
