import '@fontsource-variable/inter/wght.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/layers.css';

import { mount } from 'svelte';

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

speak(language());
const target = document.getElementById('app');
if (target) mount(App, { target });

try {
  await follow();
  await Promise.all([openSettings(), openSession()]);
  requests.open();
  care.open();
  openOutbox();
  imports.open();
  await openSync();
  fetchScreens();
} catch (failure) {
  cannotStart(failure as Failure);
}
