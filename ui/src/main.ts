import '@fontsource-variable/inter/wght.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/layers.css';

import { flushSync, mount } from 'svelte';

import App from './App.svelte';
import type { Failure } from './bindings/contract';
import { fetchScreens } from './screens';
import { care } from './stores/care.svelte';
import { imports } from './stores/import.svelte';
import { openOutbox } from './stores/outbox.svelte';
import { requests } from './stores/requests.svelte';
import { cannotStart, openSession } from './stores/session.svelte';
import { openSettings } from './stores/settings.svelte';
import { openSync } from './stores/sync.svelte';
import { follow } from './stores/view.svelte';
import { language, speak } from './text/language.svelte';

/** How many milliseconds the device may take before the window says that it starts. */
const PATIENCE = 120;

speak(language());
let isShown = false;
function show(): void {
  const target = document.getElementById('app');
  if (target && !isShown) mount(App, { target });
  isShown = true;
}
// Drawing takes longer than most answers: where they come soon, the first thing that is drawn is what they say.
setTimeout(show, PATIENCE);

try {
  await follow();
  await Promise.all([openSettings(), openSession()]);
  requests.open();
  care.open();
  openOutbox();
  imports.open();
  // Their questions are on the way while the frame around the answers is drawn.
  flushSync();
  show();
  await openSync();
  fetchScreens();
} catch (failure) {
  cannotStart(failure as Failure);
  show();
}
