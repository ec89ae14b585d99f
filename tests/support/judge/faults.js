// Notes from the first moment on what a page does that it should not: errors, and what its policy had to stop.
window.faults = [];
// Chromium says so when sizes take one more frame to settle; nothing is lost by it.
const isHarmless = (message) => message.startsWith('ResizeObserver loop');
addEventListener('error', ({ message }) => isHarmless(message) || window.faults.push(`error: ${message}`));
addEventListener('unhandledrejection', ({ reason }) => window.faults.push(`unhandled: ${reason?.code ?? reason}`));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  window.faults.push(`policy: ${violatedDirective} ${blockedURI}`),
);
