// The module through which CPython calls functions with more arguments than they take: Python/emscripten_trampoline_inner.c of
// CPython 3.14 (PSF-2.0), compiled, as Pyodide's pyodide.asm.mjs holds it in hexadecimal; a test compares the two.

const BASE64 =
  "AGFzbQEAAAABIAVgA39/fwF/YAJ/fwF/YAF/AX9gAAF/YAV/f39/fwF/AjECA2VudgZtZW1vcnkCAAEDZW52GV9faW5kaXJlY3RfZnVuY3Rpb2" +
  "5fdGFibGUBcAABAwIBBAcTAQ90cmFtcG9saW5lX2NhbGwAAApgAV4AIABBATYCACABJQD7FAAEQCACIAMgBCABEQAADwsgASUA+xQBBEAgAiAD" +
  "IAERAQAPCyABJQD7FAIEQCACIAERAgAPCyABJQD7FAMEQCABEQMADwsgAEEANgIAQQALAHgJcHJvZHVjZXJzAQxwcm9jZXNzZWQtYnkBBWNsYW" +
  "5nWDIzLjAuMGdpdCAoaHR0cHM6L2dpdGh1Yi5jb20vbGx2bS9sbHZtLXByb2plY3QgZTU5MjdmZWNmOGE2Y2U4OWUxYTRlYWM1YjgyOGU3ZDQy" +
  "Njc2NDUyYSkAmAEPdGFyZ2V0X2ZlYXR1cmVzCSsPbXV0YWJsZS1nbG9iYWxzKxNub250cmFwcGluZy1mcHRvaW50KwtidWxrLW1lbW9yeSsIc2" +
  "lnbi1leHQrD3JlZmVyZW5jZS10eXBlcysKbXVsdGl2YWx1ZSsCZ2MrD2J1bGstbWVtb3J5LW9wdCsWY2FsbC1pbmRpcmVjdC1vdmVybG9uZw==";

export const TRAMPOLINE = Uint8Array.from(atob(BASE64), character => character.charCodeAt(0));
