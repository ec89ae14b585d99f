// Notes from the first moment on what a page does that it should not: errors, and what its policy had to stop.
window.faults = [];
addEventListener('error', (event) => window.faults.push(`error: ${event.message}`));
addEventListener('unhandledrejection', ({ reason }) => window.faults.push(`unhandled: ${reason?.code ?? reason}`));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  window.faults.push(`policy: ${violatedDirective} ${blockedURI}`),
);
