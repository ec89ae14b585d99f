// Looks at every message on its way from the page to the program: only calls that the page has a use for go on.
// What a call may do is decided behind it, by the rules.
const REQUESTS = { execute: 'organisation', query: 'ask', act: 'do' };
const LISTENING = ['plugin:event|listen', 'plugin:event|unlisten'];
const EVENTS = ['changed', 'pressed', 'wanted'];
const ZOOM = 'plugin:webview|set_webview_zoom';
// What Tauri makes of `window.print` where the web view itself cannot, as on macOS.
const PRINT = 'plugin:webview|print';

function isPlain(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isExpected({ cmd, payload }) {
  if (LISTENING.includes(cmd)) return isPlain(payload) && EVENTS.includes(payload.event);
  if (cmd === ZOOM) return isPlain(payload) && typeof payload.value === 'number' && payload.label === undefined;
  if (cmd === PRINT) return isPlain(payload) && Object.keys(payload).length === 0;
  const key = Object.hasOwn(REQUESTS, cmd) ? REQUESTS[cmd] : null;
  return key !== null && isPlain(payload) && isPlain(payload.request) && typeof payload.request[key] === 'string';
}

window.__TAURI_ISOLATION_HOOK__ = (message) => {
  if (!isExpected(message)) throw new Error(`refused: ${message.cmd}`);
  return message;
};
