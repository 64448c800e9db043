import { heldPictureBytes } from '../files/picture-commands.ts'
import { holderOfSession } from './form-token.ts'
import type { PictureResource } from './form-resource.ts'

export const heldPicturePath = (held: string): string => `/held-pictures/${held}`

/** The picture in an open form, for whoever sent it and is signed in. */
export const heldPicture: PictureResource = {
  path: heldPicturePath(':held'),
  name: 'held-picture',
  summary: 'A picture that waits in a form until the form is accepted.',
  read: async ({ db, session, now }, { held = '' }) => {
    if (!session) return null
    const bytes = await heldPictureBytes(db, holderOfSession(session), held, now)
    return bytes === null ? null : { checksum: held, bytes: async () => bytes }
  },
}
