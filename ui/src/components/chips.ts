// What a field of chips shows of each thing that was taken.
import type { Component } from 'svelte';

export type Chip = {
  /** As it was typed, and stands in the field again to be corrected; no two are the same. */
  key: string;
  /** What the chip says. */
  name: string;
  /** What is heard besides. */
  says?: string | undefined;
  /** What stands beside the name. */
  aside?: string | null;
  icon?: Component<{ size?: number }> | null | undefined;
  tone?: 'plain' | 'ok' | 'info' | 'warn' | 'bad' | undefined;
  outcome?: string | undefined;
};
