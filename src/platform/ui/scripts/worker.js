// Stands between the pages of entries and the line: every page that was opened is shown again when there is no line.
// `kept`, the name of the store, is written above; it is another one when any asset of the site is.

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => event.waitUntil(begin()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(pageOf(event))
  else if (new URL(request.url).pathname.startsWith('/assets/')) event.respondWith(assetOf(event))
})

/** The page from which the worker was begun came before it, so it is asked for once more. */
async function begin() {
  for (const name of await caches.keys()) if (name !== kept) await caches.delete(name)
  await self.clients.claim()
  const store = await caches.open(kept)
  const open = await self.clients.matchAll({ type: 'window' })
  await Promise.allSettled(open.map(({ url }) => store.add(bare(url))))
}

/** Fresh as long as there is a line: a form must know the present version of its record. */
async function pageOf(event) {
  const store = await caches.open(kept)
  try {
    const answer = await fetch(event.request)
    if (answer.status === 200) event.waitUntil(store.put(bare(event.request.url), answer.clone()))
    return answer
  } catch (noLine) {
    const known = await store.match(bare(event.request.url))
    if (known) return known
    throw noLine
  }
}

/** An asset never changes at its address. */
async function assetOf(event) {
  const store = await caches.open(kept)
  const known = await store.match(event.request)
  if (known) return known
  const answer = await fetch(event.request)
  if (answer.status === 200) event.waitUntil(store.put(event.request, answer.clone()))
  return answer
}

/** What stands behind the question mark says only what was done before. */
const bare = (address) => address.replace(/[?#].*$/, '')
