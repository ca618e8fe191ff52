// Keeps this version of the site for visits without a network. An extra: everything works as well where this never runs.
//
// The build writes SITE above, addresses below the site's root:
//   version  what every page of this version says of itself
//   files    by address, the integrity of each file that pages load; its name changes with its content
//   core     those of them that are kept before anything else: all but what is fetched when somebody searches
//   leads    by checker page, the pages that it leads to and its language's search index
//
// A version has a cache of its own. A page enters it only if it is of this version, and its files are there before: what
// comes out of it fits together. A newer version's worker waits until no page that this one serves is open.

const OURS = `offline ${registration.scope} `; // other sites may live on the same host
const CACHE = OURS + SITE.version;
const PATIENCE = 3000; // milliseconds that the network has before a page comes from the cache

const at = address => new URL(address, registration.scope).href;
const FILES = new Map(Object.entries(SITE.files).map(([address, integrity]) => [at(address), integrity]));
const LEADS = new Map(Object.entries(SITE.leads).map(([page, places]) => [at(page), places.map(at)]));
const LED = new Set([...LEADS.values()].flat());

addEventListener("install", event => event.waitUntil(install()));
addEventListener("activate", event => event.waitUntil(activate()));
addEventListener("fetch", event => {
  const { method, mode, url, headers } = event.request;
  if (method !== "GET" || headers.has("range")) return;
  if (FILES.has(url)) event.respondWith(lasting(event));
  else if (mode === "navigate" || LED.has(url)) event.respondWith(newest(event));
});

async function install() {
  const cache = await caches.open(CACHE);
  const missing = [];
  for (const address of SITE.core.map(at)) {
    const known = await caches.match(address); // perhaps with the version before: the same name is the same content
    if (known) await cache.put(address, known);
    else missing.push(new Request(address, { integrity: FILES.get(address), redirect: "error" }));
  }
  await cache.addAll(missing);
  await Promise.allSettled((await visited()).map(gather));
}

/** Pages that are open, and those that an earlier version has kept. */
async function visited() {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const places = open.map(({ url }) => bare(url)).filter(place => place.startsWith(registration.scope));
  for (const name of await ours()) {
    const addresses = (await (await caches.open(name)).keys()).map(({ url }) => url);
    places.push(...addresses.filter(address => address.endsWith("/")));
  }
  return [...new Set(places)];
}

async function activate() {
  for (const name of await ours()) if (name !== CACHE) await caches.delete(name);
  await clients.claim(); // so that a newer version waits for the page of the first visit, too
}

const ours = async () => (await caches.keys()).filter(name => name.startsWith(OURS));
const kept = address => caches.match(address, { cacheName: CACHE }).catch(() => {});

/** A file that never changes: as it was kept, else from the network, if it is what was published, and kept. */
async function lasting(event) {
  const { url } = event.request;
  const copy = await kept(url);
  if (copy) return copy;
  const response = await fetch(url, { integrity: FILES.get(url) });
  if (response.ok) {
    const fresh = response.clone();
    event.waitUntil(caches.open(CACHE).then(cache => cache.put(url, fresh)).catch(() => {}));
  }
  return response;
}

/** What the network gives, of whatever version; where it fails or is slow, what has been kept. */
async function newest(event) {
  const { url, headers, redirect } = event.request;
  const place = bare(url);
  // Asked of the server itself: what is fresh by its age may be of a version that is gone. Not with the request as it came:
  // Chromium may have begun that on its own while this worker started, and taken what is fresh by its age.
  const asked = fetch(url, { headers, redirect, cache: "no-cache" });
  event.waitUntil(asked.then(response => keep(place, response.clone())).catch(() => {}));
  const copy = await kept(place);
  if (!copy) return asked;
  const late = new Promise(resolve => { setTimeout(resolve, PATIENCE, copy); });
  return Promise.race([asked.then(response => (response.status < 500 ? response : copy), () => copy), late]);
}

/** Keeps a page of this version, and what it leads to; nothing else, whatever the server says. */
async function keep(place, response) {
  if (!response.ok || response.redirected || response.type !== "basic") return;
  if (!(await response.clone().text()).includes(SITE.version)) return;
  await (await caches.open(CACHE)).put(place, response);
  for (const lead of LEADS.get(place) ?? []) if (!(await kept(lead))) await gather(lead);
}

const gather = async place => keep(place, await fetch(place, { cache: "no-cache", redirect: "error" }));

/** An address without what a reader may have added: answers stand behind the `#`. */
function bare(url) {
  const place = new URL(url);
  place.search = place.hash = "";
  return place.href;
}
