// What is typed into the form of an entry is kept in this browser until it is saved, and sent when the line is back. All words
// stand in the page, in the reader's language; this only shows and hides them.
const holder = document.querySelector('[data-drafts]')

if (holder) {
  const { drafts: person } = holder.dataset
  const form = document.querySelector('form[data-kept-for]')
  const [, language, here] = /^\/([a-z]+)(\/.*)$/.exec(location.pathname)
  const beginning = `draft ${person} `
  // Where one decides between two texts, what was typed is kept already; files are too much to keep.
  const decides = form !== null && 'opened' in form.elements
  const hasFiles = form?.enctype === 'multipart/form-data'
  const pause = 400
  const patience = 90_000
  const longestWait = 300_000
  let pausing
  let trying
  let isSending = false
  let wait = 2_000

  forgetOthers()
  if (form) openForm()
  addEventListener('online', () => void sendWaiting())
  list()
  tellOnce()
  void sendWaiting()
  // Without it all works but opening a page while there is no line.
  navigator.serviceWorker?.register('/worker.js', { scope: `/${language}/entries/` }).catch(() => {})

  /** Nobody reads what somebody else has typed: whoever signs in here next finds nothing. */
  function forgetOthers() {
    const known = localStorage.getItem('drafts of')
    for (const key of Object.keys(localStorage))
      if (key.startsWith('draft ') && !key.startsWith(beginning)) localStorage.removeItem(key)
    if (known !== null && known !== person) void forgetPages()
    localStorage.setItem('drafts of', person)
  }

  async function forgetPages() {
    for (const name of await caches.keys()) {
      await caches.delete(name)
      // The page that is open may have been kept already.
      await (await caches.open(name)).add(location.pathname)
    }
  }

  function openForm() {
    if (!navigator.onLine) {
      say('no-line')
      // The page was kept when something had just been done.
      document.querySelector('.is-done')?.remove()
    }
    form.addEventListener('submit', (event) => void save(event))
    holder.addEventListener('click', press)
    if (decides || hasFiles) return
    // A page that answers what was sent shows it already.
    const draft = 'again' in form.dataset ? null : read(here)
    if (draft && isSame(draft)) drop(here)
    else if (draft) offer(draft)
    form.addEventListener('input', () => {
      clearTimeout(pausing)
      pausing = setTimeout(() => keep(here, 'typed', typed()), pause)
    })
  }

  function offer(draft) {
    if (draft.state === 'waits') restore(draft)
    say({ typed: 'found', waits: 'waits', asks: 'asks' }[draft.state])
  }

  function press({ target }) {
    const act = target.dataset.do
    if (act === 'drop') drop(here)
    else if (act) restore(read(here))
    if (act === 'decide') form.submit()
    else if (act) say(act === 'restore' ? 'restored' : null)
  }

  /** Buttons with a name show the form again, with other fields or in another language: only the site can do that. */
  async function save(event) {
    const { submitter } = event
    const isNamed = Boolean(submitter?.name) && submitter.name !== 'keep'
    if (isNamed || hasFiles) {
      if (navigator.onLine) return
      event.preventDefault()
      return say('needs-line')
    }
    event.preventDefault()
    clearTimeout(pausing)
    const fields = typed(submitter)
    if (!decides) keep(here, 'waits', fields)
    say('sending')
    const { state, path } = await send(here, fields)
    if (state === 'saved') return goOn(path)
    if (state === 'waits') return say(decides ? 'needs-line' : 'waits')
    if (!decides) keep(here, 'asks', fields)
    // The site says what is to be mended or decided, with what was typed.
    put('keep', submitter?.name === 'keep' ? submitter.value : '')
    form.submit()
  }

  function goOn(path) {
    drop(here)
    sessionStorage.setItem('draft saved', 'yes')
    location.assign(`/${language}${path}`)
  }

  /** As data to the same address; a page of another site cannot do that, so it needs no token that may be too old by now. */
  async function send(part, fields) {
    try {
      const answer = await fetch(`/${language}${part}.json`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(asObject(fields)),
        signal: AbortSignal.timeout(patience),
      })
      if (answer.ok) return { state: 'saved', path: (await answer.json()).path }
      return { state: answer.status === 409 || answer.status === 422 ? 'asks' : 'waits' }
    } catch {
      // No line, or none that carries it in time. What was saved all the same is the same when it comes again.
      return { state: 'waits' }
    }
  }

  /**
   * What a browser says of the line may be late or wrong, either way, so it is not asked: it is tried again as long as something
   * waits, less and less often.
   */
  async function sendWaiting() {
    if (isSending) return
    clearTimeout(trying)
    isSending = true
    try {
      await sendAll()
    } finally {
      isSending = false
    }
    if (!partsKept().some((part) => read(part)?.state === 'waits')) return
    trying = setTimeout(() => void sendWaiting(), wait)
    wait = Math.min(2 * wait, longestWait)
  }

  async function sendAll() {
    for (const part of partsKept()) {
      const draft = read(part)
      if (draft?.state !== 'waits') continue
      const { state } = await send(part, draft.fields)
      // Somebody may have typed on while it was sent.
      if (read(part)?.at !== draft.at) continue
      if (state === 'saved') {
        drop(part)
        if (part === here) return goOn(here)
        say('sent')
      } else keep(part, state, draft.fields)
      if (part === here && state === 'asks') say('asks')
    }
  }

  function restore({ fields }) {
    const values = asObject(fields)
    for (const control of form.elements) {
      const { name, type } = control
      if (!name || name === '_token' || type === 'hidden' || type === 'submit' || type === 'file') continue
      const chosen = [values[name] ?? []].flat()
      if (type === 'checkbox' || type === 'radio') control.checked = chosen.includes(control.value)
      else control.value = chosen[0] ?? ''
      if (control.checked) control.closest('details')?.setAttribute('open', '')
      control.dispatchEvent(new Event('input'))
    }
    for (const [name, value] of Object.entries(values))
      if (name === '_version' || !(name in form.elements)) put(name, value)
  }

  /** A field that the page does not show, such as a further row. */
  function put(name, value) {
    const known = form.elements[name]
    const input = known instanceof HTMLInputElement ? known : document.createElement('input')
    Object.assign(input, { type: 'hidden', name, value })
    if (value !== '' && input !== known) form.append(input)
  }

  function typed(submitter) {
    const button = submitter?.name === 'keep' ? submitter : null
    return [...new FormData(form, button)].filter(
      ([name, value]) => typeof value === 'string' && name !== '_token' && name !== '_show',
    )
  }

  function isSame({ fields }) {
    const words = (all) => JSON.stringify(all.filter(([name]) => name !== '_version'))
    return words(fields) === words(typed())
  }

  function asObject(fields) {
    const values = {}
    for (const [name, value] of fields) values[name] = name in values ? [values[name], value].flat() : value
    return values
  }

  function read(part) {
    return JSON.parse(localStorage.getItem(beginning + part))
  }

  function keep(part, state, fields) {
    try {
      localStorage.setItem(beginning + part, JSON.stringify({ state, fields, at: Date.now() }))
    } catch {
      // The browser keeps nothing, or no more: then the page is all there is, as it is without scripts.
    }
    list()
  }

  function drop(part) {
    localStorage.removeItem(beginning + part)
    list()
  }

  function partsKept() {
    return Object.keys(localStorage).flatMap((key) =>
      key.startsWith(beginning) ? [key.slice(beginning.length)] : [],
    )
  }

  /** What waits of this entry, besides the form that is open. */
  function list() {
    for (const line of holder.querySelectorAll('[data-part]')) {
      const draft = line.dataset.part === here ? null : read(line.dataset.part)
      line.hidden = draft === null
      line.querySelector('span').textContent = draft ? holder.dataset[draft.state] : ''
    }
    show()
  }

  function tellOnce() {
    if (sessionStorage.getItem('draft saved')) say('saved')
    sessionStorage.removeItem('draft saved')
  }

  function say(name) {
    for (const words of holder.querySelectorAll('[data-say]'))
      words.hidden = !words.dataset.say.split(' ').includes(name)
    show()
  }

  function show() {
    const isEmpty = holder.querySelector('[data-say]:not([hidden]), [data-part]:not([hidden])') === null
    holder.hidden = isEmpty
  }
}
