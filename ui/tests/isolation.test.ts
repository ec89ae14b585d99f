// What the isolation script lets through from the page to the program (S-56).
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

import { expect, test } from 'vitest';

type Hook = (message: { cmd: string; payload: unknown }) => unknown;

function hook(): Hook {
  const script = readFileSync(new URL('../../src-tauri/isolation/index.js', import.meta.url), 'utf8');
  const window: { __TAURI_ISOLATION_HOOK__?: Hook } = {};
  runInNewContext(script, { window });
  return window.__TAURI_ISOLATION_HOOK__ as Hook;
}

const passes = (cmd: string, payload: unknown): boolean => {
  try {
    hook()({ cmd, payload });
    return true;
  } catch {
    return false;
  }
};

test('a page prints itself and nothing else', () => {
  expect(passes('plugin:webview|print', {})).toBe(true);
  expect(passes('plugin:webview|print', { label: 'other' })).toBe(false);
  expect(passes('plugin:webview|print', 'all')).toBe(false);
  expect(passes('plugin:webview|create_webview', {})).toBe(false);
});

test('questions go through, and only those', () => {
  expect(passes('query', { request: { ask: 'session' } })).toBe(true);
  expect(passes('query', { request: {} })).toBe(false);
  expect(passes('plugin:event|listen', { event: 'changed' })).toBe(true);
  expect(passes('plugin:event|listen', { event: 'tauri://drag-drop' })).toBe(false);
  expect(passes('constructor', { request: {} })).toBe(false);
});
