// The transport of tests: the same calls over HTTP to a program on this computer that serves the page. It is part of
// builds with `--mode loopback` only, never of the bundle that is shipped.

/** Calls the program; rejects with a `Failure` as the window's own transport does. */
export async function call<T>(name: string, request: object): Promise<T> {
  const reply = await fetch(`/ipc/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const said: unknown = await reply.json();
  if (!reply.ok) throw said;
  return said as T;
}

/** Hears what changed, from when it resolves. */
export function listen<T>(hear: (changed: T) => void): Promise<() => void> {
  const source = new EventSource('/ipc/changed');
  source.addEventListener('changed', (event: MessageEvent<string>) => hear(JSON.parse(event.data) as T));
  // Whoever was too slow to hear everything begins anew.
  source.addEventListener('missed', () => location.reload());
  // A page that is left must not keep one of the few connections that browsers open to one program.
  addEventListener('pagehide', () => source.close());
  return new Promise((resolve) => source.addEventListener('open', () => resolve(() => source.close())));
}
