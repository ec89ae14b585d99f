// Keeps the answer to one question of the window's from coming: put before the page with what is asked, whether it fails,
// and the language of the system, since a window that cannot ask knows no other.
const [asked, fails, language] = STALLED;
Object.defineProperty(navigator, 'languages', { get: () => [language] });
const really = window.fetch;
const failure = { code: 'internal', refusal: null, facts: {} };
window.fetch = (address, request) => {
  const isMeant = String(address).endsWith('/ipc/query') && JSON.parse(request.body).ask === asked;
  if (!isMeant) return really(address, request);
  return fails ? Promise.resolve(new Response(JSON.stringify(failure), { status: 422 })) : new Promise(() => undefined);
};
