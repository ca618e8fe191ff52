// Has the site kept on the device, so that the next visit needs no network: an extra, and no visit needs it.

/** Registers the service worker at an address. Where there can be none, nothing changes. */
export async function keepSite(worker) {
  try {
    await navigator.serviceWorker.register(worker);
  } catch {
    // An old browser, a private window, a page without TLS or from a file.
  }
}
