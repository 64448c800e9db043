import { addressOf } from '../web/address.ts'
import { heldPicturePath } from '../web/held-picture.ts'
import { described } from './form-words.ts'
import { fieldPart, heldFilePart, type FormPlace } from './form.ts'
import { html, when, type Html } from './html.ts'

/** A picture; one that came with an earlier try is kept, named and shown small. What it shows in words is a field of its own. */
export function pictureInput(
  place: FormPlace,
  field: { name: string; label: string; hint?: string; isRequired?: boolean },
): Html {
  const { visit, entered } = place
  const held = entered.files[field.name]
  return fieldPart(
    place,
    field,
    html`${when(
        // Whose session it is sees it; the name says it to all.
        held && visit.session,
        () =>
          html`<p class="held-picture">
            <img src="${addressOf(visit.language, heldPicturePath(held?.id ?? ''))}" alt="" />
          </p>`,
      )}${heldFilePart(place, field.name)}<input
        id="f-${field.name}"
        name="${field.name}"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/gif"
        ${described(place, field)}
      />`,
  )
}
