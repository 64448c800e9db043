// The one script of the site: has the browser make or show a passkey, then sends the form as any other form is sent.
const field = document.querySelector('[data-passkey]')

field?.form.addEventListener('submit', async (event) => {
  const isOwnButton = event.submitter === null || !event.submitter.name
  if (field.value !== '' || !isOwnButton || !globalThis.PublicKeyCredential) return
  event.preventDefault()
  try {
    const options = { publicKey: fromText(JSON.parse(field.dataset.options)) }
    const made =
      field.dataset.passkey === 'create'
        ? await navigator.credentials.create(options)
        : await navigator.credentials.get(options)
    field.value = JSON.stringify(toText(made))
  } catch {
    // Given up, or no passkey at hand: the form says what else can be done.
    field.value = '{}'
  }
  field.form.submit()
})

/** Bytes travel as base64url. */
function fromText(options) {
  const ids = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }))
  return {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user ? { user: { ...options.user, id: bytes(options.user.id) } } : {}),
    excludeCredentials: ids(options.excludeCredentials),
    allowCredentials: ids(options.allowCredentials),
  }
}

function toText(made) {
  const { id, rawId, type, response } = made
  const parts = {}
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'])
    if (response[name]) parts[name] = text(response[name])
  const transports = response.getTransports?.()
  return {
    id,
    rawId: text(rawId),
    type,
    response: transports ? { ...parts, transports } : parts,
    clientExtensionResults: made.getClientExtensionResults(),
  }
}

const bytes = (word) =>
  Uint8Array.from(atob(word.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.codePointAt(0))

const text = (buffer) =>
  btoa(String.fromCodePoint(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
