/**
 * Without HTTPS (or localhost) a browser gives neither WebCrypto nor a service worker: nothing could be sealed or kept
 * for offline, so the page has to say so instead of starting.
 */
export const isSecureOrigin = (page: { readonly isSecureContext: boolean } = window): boolean =>
  page.isSecureContext;
