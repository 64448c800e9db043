import type { Picture } from '../files/picture.ts'
import { html, type Html } from './html.ts'
import { linkTo, type Place } from './links.ts'

export type PictureOnPage = {
  picture: Picture
  /** The address of one of its sizes, without the language. */
  path: (checksum: string) => string
  /** What it shows, in words; empty where the words beside it say so. */
  alternative: string
  /** Code of the language of these words, when it is not that of the page. */
  language?: string
}

/** A picture beside the words of a record in a list. A browser asks for it when it comes into view. */
function smallPicture(place: Place, { picture, path, alternative, language }: PictureOnPage): Html {
  const { checksum, width, height } = picture.small
  return html`<img
    class="picture"
    src="${linkTo(place, path(checksum))}"
    width="${width}"
    height="${height}"
    alt="${alternative}"
    ${language ? html`lang="${language}"` : ''}
    loading="lazy"
    decoding="async"
  />`
}

/** The picture of a record: small, so that a slow line carries it, and a way to the large one. */
export const recordPicture = (place: Place, shown: PictureOnPage): Html =>
  html`<a class="to-picture" href="${linkTo(place, shown.path(shown.picture.checksum))}"
    >${smallPicture(place, shown)}</a
  >`
