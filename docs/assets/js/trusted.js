// Runs first. The only ways in which text becomes markup or an address a script, where the browser has Trusted Types: Material's
// search writes what it has found as markup. What is none of these elements, with none but these attributes, stays text.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: text => text.replace(
    /<(?!\/?(?:article|code|del|div|em|h[1-6]|li|mark|nav|ol|p|pre|span|strong|table|tbody|td|th|thead|tr|ul)(?: (?:class|data-md-[a-z]+)(?:="[^"<>]*")?)*>)/g,
    "&lt;",
  ),
  createScriptURL: address => (new URL(address, location.href).origin === location.origin ? address : null),
});
