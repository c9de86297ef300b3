import { useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react';

/** Where we are. All of it stands behind the `#` of the address: `#/issues?source=casavi`. */
export interface Route {
  /** `/`, `/issues`, `/buildings/<id>` */
  readonly path: string;
  readonly search: URLSearchParams;
}

export const toBuilding = (id: string): string => `#/buildings/${encodeURIComponent(id)}`;

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const [path = '', search = ''] = hash.slice(1).split('?');
  return { path: path === '' ? '/' : path, search: new URLSearchParams(search) };
}

/** Changes what stands behind the `?`, in place of the present entry of the history. */
export function replaceSearch(path: string, search: URLSearchParams): void {
  history.replaceState(null, '', `#${path}?${search.toString()}`);
  // Told at once, and not by the browser a moment later: a box that was ticked would show the old state until then.
  dispatchEvent(new Event('hashchange'));
}

/** Where each page was left, so that going back leads to the same place of a list. */
const places = new Map<string, number>();
let hash = location.hash;
let hasNavigated = false;
history.scrollRestoration = 'manual';

function subscribe(changed: () => void): () => void {
  const listener = (): void => {
    places.set(hash, scrollY);
    hash = location.hash;
    hasNavigated = true;
    changed();
  };
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** For the heading of a page that has just opened: takes the focus there, as a browser does with a new document. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!hasNavigated) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, places.get(hash) ?? 0);
  }, []);
  return heading;
}
