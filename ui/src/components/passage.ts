// One step of what happened to something.
import type { Component } from 'svelte';

export type Step = {
  text: string;
  at: number;
  icon: Component<{ size?: number }>;
  tone: 'ok' | 'warn' | 'info' | 'bad' | 'mute';
};
