"""What a page may load, run and be asked: the site's own files and nothing else. Each page says so itself, and servers do.

Content Security Policy Level 3, Permissions Policy and Trusted Types (W3C); HSTS (RFC 6797).
"""

from __future__ import annotations

CONTENT = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # Python is WebAssembly
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's style sheet has its icons in it
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What a page may load and run, whoever serves it. No script, no style and no address stands in the page itself."""

MARKUP = {"require-trusted-types-for": "'script'", "trusted-types": "default"}
"""Text becomes markup, and an address a script, by the rule in `docs/assets/js/trusted.js` alone. Workers have no markup."""

BY_SERVER = {"frame-ancestors": "'none'"}
"""What counts only where a server says it: the site is shown in no other site's frame."""

NOTHING_OF = (
    "accelerometer", "camera", "display-capture", "fullscreen", "geolocation", "gyroscope", "magnetometer", "microphone",
    "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip
"""What a page never asks of the reader's device."""


def policy(*parts: dict[str, str]) -> str:
    """A Content Security Policy of some directives."""
    return "; ".join(f"{name} {value}" for part in parts for name, value in part.items())


IN_PAGE = policy(CONTENT, MARKUP)
"""The `meta` element's."""

HEADERS: dict[str, str] = {
    "Content-Security-Policy": policy(CONTENT, BY_SERVER),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in NOTHING_OF),
    "Referrer-Policy": "same-origin",  # other sites are not told where a reader comes from; languages.js asks whether from here
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every answer, errors included."""
