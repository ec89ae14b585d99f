// The clipboard: what is copied may still be on its way when the person asks for it.

/** Copies a text; answers whether it worked. Engines forget the person's click while the text is awaited, so the
 * promise of it is handed over where they take one. */
export async function copy(text: Promise<string>): Promise<boolean> {
  try {
    const blob = text.then((text) => new Blob([text], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  } catch {
    return navigator.clipboard
      ? navigator.clipboard.writeText(await text).then(
          () => true,
          () => false,
        )
      : false;
  }
}
