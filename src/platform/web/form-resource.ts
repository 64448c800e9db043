import type { z } from 'zod'
import { attachmentBounds, attachmentEndings } from '../files/attachment.ts'
import type { HeldFile } from '../files/held-file.ts'
import { pictureBounds, pictureEndings } from '../files/picture.ts'
import type { Issue } from '../errors.ts'
import type { MessageKey } from '../messages.ts'
import type { Page, PathParameters } from './site.ts'
import type { KeptFile } from './send-kept.ts'
import type { Visit } from './visit.ts'

/**
 * Something that people do: a page with a form (GET) and what happens when it is sent (POST, to the same address).
 * With the ending `.json` the same fields are taken as JSON.
 */
export type FormResource<Fields extends z.ZodObject, Subject> = {
  path: string
  /** For the API description: operationId and summary (in English). */
  name: string
  summary: string
  /** The row of the rights table that `read` and `act` ask ('duty.take'), or whom it is for when no record is concerned. */
  right: string
  /** The address itself is the secret (a link in a mail), so that the form may also be sent by a mail program, without its token. */
  isSecretAddress?: true
  /** Strict. Texts; `z.array(z.string())` for what may be given several times. Messages of rules are keys (`rule('rule.…')`). */
  fields: Fields
  /** Fields that take a file, with the endings of file names that they take. */
  files?: Record<string, FileField>
  /** What the form is about. Null answers 404; who may not is refused here (`permit`), before anything is shown. */
  read: (visit: Visit, parameters: PathParameters) => Promise<Subject | null>
  /** The form, empty or with what was entered. Its form element is made by `ui/form.ts`. */
  page: (visit: Visit, subject: Subject, entered: Entered) => Page | Promise<Page>
  /** Does it, in one transaction. Issues bring the page back with 422; throw `Stale` when the record has changed meanwhile. */
  act: (visit: Visit, subject: Subject, input: Input<z.infer<Fields>>) => Promise<Outcome>
}

export type FileField = {
  endings: readonly string[]
  limitBytes: number
  /** A picture is drawn anew when it comes, an attachment is looked into; anything else is taken by its first bytes. */
  kind?: 'picture' | 'attachment'
}

/** Drawn by `ui/picture-field.ts`, kept by `keepPicture`, shown by `site.picture`. */
export const pictureField: FileField = {
  endings: pictureEndings,
  limitBytes: pictureBounds.bytes,
  kind: 'picture',
}

/** Drawn by `fileInput`, kept by `keepFile`, handed on by `site.download`. */
export const attachmentField: FileField = {
  endings: attachmentEndings,
  limitBytes: attachmentBounds.bytes,
  kind: 'attachment',
}

export type Input<Values> = {
  fields: Values
  files: Record<string, HeldFile>
  /** The version of the record that the form was filled in for; null when it carried none. */
  version: string | null
  /** For what depends on the caller: limits of sign-in, device cookies. */
  caller: Caller
}

export type Caller = { address: string; cookie: (name: string) => string | null; userAgent: string }

/** What stands in a form that is shown. */
export type Entered = {
  /** As typed; empty on first showing. */
  values: Record<string, string | string[]>
  files: Record<string, HeldFile>
  issues: Issue[]
  /** The value of the button that asked to show the form again with other fields ('_show'); null otherwise. */
  asked: string | null
  /** Whether the record changed while the form was open. */
  isStale: boolean
  /** The version that the form was opened on; null when it carried none, or when that is of no use any more. */
  version: string | null
}

export const nothingEntered: Entered = {
  values: {},
  files: {},
  issues: [],
  asked: null,
  isStale: false,
  version: null,
}

export type Outcome =
  | {
      /** Where to go on, without the language. */
      to: string
      /** A short sentence that is shown there. */
      done?: MessageKey
      /** Whole Set-Cookie values. */
      cookies?: string[]
      /** To another host: only to sign in at a provider of the settings. */
      away?: string
      /** What the browser keeps for the person goes too. */
      forgets?: true
    }
  /** A page that is shown at once and never again, since a secret stands in it; `data` is the same as JSON. */
  | { shown: Page; data: Record<string, unknown>; cookies?: string[] }
  | { issues: Issue[]; cookies?: string[] }

/** The record has changed since the form was opened: the page comes back with what was typed. */
export class Stale extends Error {
  constructor() {
    super('the record has changed meanwhile')
    this.name = 'Stale'
  }
}

/** A file to keep, such as evidence or an original: sent as it is, never shown inside the site. */
export type DownloadResource = {
  path: string
  name: string
  summary: string
  read: (visit: Visit, parameters: PathParameters) => Promise<Download | null>
}

export type Download = { bytes: Uint8Array; name: string; type: string }

/** A picture that stands inside pages. Its checksum is part of its address, so that browsers may keep what visitors see. */
export type PictureResource = {
  path: string
  name: string
  summary: string
  /** Decides first whether there is such a picture for this reader; null answers 404. */
  read: (visit: Visit, parameters: PathParameters) => Promise<ShownPicture | null>
}

/** The bytes are read only for whoever does not have them yet. */
export type ShownPicture = { checksum: string; bytes: () => Promise<Uint8Array | null> }

/**
 * Something long that is sent while it is made, such as all records as a file: never whole in memory. `path` with its
 * ending; null answers 404.
 */
export type StreamResource<Query extends z.ZodObject> = {
  path: string
  name: string
  summary: string
  type: string
  query: Query
  write: (
    visit: Visit,
    query: z.infer<Query>,
    parameters: PathParameters,
  ) => Promise<{ saveAs: string; body: AsyncIterable<Uint8Array> } | null>
}

/** A file that is made in the background and lies ready; until it does, a page says when. `path` with its ending. */
export type KeptResource = {
  path: string
  name: string
  summary: string
  type: string
  /** Decides first whether there is such a file for this reader; null answers 404. */
  read: (visit: Visit, parameters: PathParameters) => Promise<Kept | null>
}

/** `seconds`: after how long it is worth asking again; null where it never is. */
export type Kept = { file: KeptFile } | { page: Page; seconds: number | null }
