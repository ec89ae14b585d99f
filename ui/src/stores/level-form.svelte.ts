// The editor of an own level: a draft, whose access it changes and how, and saving it. Nothing is changed before.
import { untrack } from 'svelte';

import type { Command, LevelColumn, LevelFormView, Permission } from '../bindings/contract';
import { execute, query } from '../ipc';
import { t } from '../text/language.svelte';
import { organisation } from './session.svelte';
import { complain, doneOr, tell, type Said } from './toast.svelte';
import { View } from './view.svelte';

/** What is edited: an own level, or a new one that begins as another. */
export type Edited = { readonly level: LevelColumn | null; readonly copies: LevelColumn | null };

class LevelForm {
  readonly view = new View<'level_form'>('levels');
  readonly form = $derived(this.view.answer);
  name = $state('');
  /** What takes its place when it is deleted; none leaves nothing. */
  replacement = $state.raw<string | null>(null);
  #edited = $state.raw<Edited | null>(null);
  #permissions = $state.raw<readonly Permission[] | null>(null);
  #begun = $state.raw<LevelFormView | null>(null);
  #id: string | null = null;
  /** What was there when the draft was begun, where something else is there by now. */
  readonly overtaken = $derived(
    this.#begun && this.form && JSON.stringify(this.#begun.version) !== JSON.stringify(this.form.version)
      ? this.#begun
      : null,
  );

  /** Begins anew; call it in an effect. */
  follow(edited: Edited): void {
    [this.#edited, this.#id] = [edited, null];
    [this.name, this.replacement, this.#permissions, this.#begun] = [edited.level?.name ?? '', null, null, null];
    this.view.answer = null;
    // What is asked for changes with every choice, and no choice begins anew.
    void untrack(() => this.#ask()).then(() => (this.#begun = this.form));
  }

  leave(): void {
    this.#edited = null;
    void this.view.ask(null);
  }

  become(permissions: readonly Permission[]): void {
    this.#permissions = permissions;
    void this.#ask();
  }

  call(name: string): void {
    this.name = name;
    void this.#ask();
  }

  /** Goes on from what somebody else made of it: with theirs, or with one's own draft. */
  goOn(mine: boolean): void {
    this.#begun = this.form;
    if (!mine) [this.name, this.#permissions] = [this.form?.name ?? '', null];
    void this.#ask();
  }

  replace(by: string | null): void {
    this.replacement = by;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const [edited, here] = [this.#edited, organisation()?.id];
    if (!edited || !here) return;
    await this.view.ask({
      ask: 'level_form',
      organisation: here,
      ...(edited.level ? { level: edited.level.level } : {}),
      ...(edited.copies ? { copies: edited.copies.level } : {}),
      ...(this.name.trim() ? { name: this.name } : {}),
      ...(this.#permissions ? { permissions: [...this.#permissions] } : {}),
      ...(this.#begun?.version ? { based_on: this.#begun.version } : {}),
      ...(this.replacement === null ? {} : { replacement: this.replacement }),
    });
  }

  /** Makes or changes the level; whether that was done. */
  async save(): Promise<boolean> {
    const [edited, form] = [this.#edited, this.form];
    if (!edited || !form) return false;
    const name = this.name.trim();
    const permissions = [...form.permissions];
    const based_on = this.#begun?.version ?? form.version;
    if (edited.level && based_on !== null) {
      const change: Command = { type: 'change_level', level: edited.level.level, name, permissions, based_on };
      return this.#do(change, () => t('level-saved', { level: name }));
    }
    const level = await this.#newId();
    if (level === null) return false;
    return this.#do({ type: 'make_level', level, name, permissions }, () => t('level-made', { level: name }));
  }

  /** The identity of a level that is new, the same however often saving it is tried. */
  async #newId(): Promise<string | null> {
    try {
      this.#id ??= (await query<'ids'>({ ask: 'ids', count: 1 })).ids[0] ?? null;
    } catch (failure) {
      complain(failure);
    }
    return this.#id;
  }

  /** Deletes the level; everybody who has it gets what takes its place. Whether that was done. */
  async remove(): Promise<boolean> {
    const level = this.#edited?.level;
    if (!level) return false;
    const { replacement } = this;
    const command: Command = {
      type: 'delete_level',
      level: level.level,
      ...(replacement === null ? {} : { replacement }),
    };
    return this.#do(command, () => t('level-deleted', { level: level.name ?? '' }));
  }

  async #do(command: Command, done: Said): Promise<boolean> {
    const here = organisation()?.id;
    if (!here) return false;
    try {
      const { id, certain, held_ms } = await execute(here, command);
      tell(doneOr(certain, done), {
        undoes: id,
        ...(held_ms > 0 ? { lasts: held_ms } : {}),
      });
      return true;
    } catch (failure) {
      complain(failure);
      return false;
    }
  }
}

export const levelForm = new LevelForm();
