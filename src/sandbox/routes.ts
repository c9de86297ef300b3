import type { SandboxApp, SandboxRoute } from './app.js';

/** Which route a path leads to. */
export type RouteMatch =
  | {
      readonly found: 'route';
      readonly route: SandboxRoute;
      readonly params: Readonly<Record<string, string>>;
    }
  /** The path exists with other methods. */
  | { readonly found: 'path'; readonly methods: readonly string[] }
  | { readonly found: 'nothing' };

/** Finds the first route of an app that fits a method and a raw path. */
export function matchRoute(app: SandboxApp, method: string, path: string): RouteMatch {
  const methods: string[] = [];
  for (const route of app.routes) {
    const params = matchPath(route.path, path, app.caseInsensitive ?? false);
    if (params === null) continue;
    if (route.method === method) return { found: 'route', route, params };
    methods.push(route.method);
  }
  return methods.length > 0 ? { found: 'path', methods } : { found: 'nothing' };
}

function matchPath(template: string, path: string, caseInsensitive: boolean): Record<string, string> | null {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = decode(given[index] ?? '');
    if (value === null) return null;
    if (segment.startsWith('{')) {
      if (value === '') return null;
      params[segment.slice(1, -1)] = value;
    } else if (caseInsensitive ? segment.toLowerCase() !== value.toLowerCase() : segment !== value) {
      return null;
    }
  }
  return params;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
