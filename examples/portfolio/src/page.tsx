import { useEffect, type ReactNode } from 'react';
import { useArrival } from './route.js';

/** What every page has: a heading, which is also the title of the window. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useArrival();
  useEffect(() => {
    document.title = `${title} – Gatehouse`;
  }, [title]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}

/** Stands where an answer will be. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p role="status" className="loading">
      Loading {what} …
    </p>
  );
}

/** Stands where nothing could be read at all: the gateway itself does not answer, or it refuses the query. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry: () => unknown }) {
  return (
    <div role="alert" className="failure">
      <p>This could not be read: {error.message}</p>
      <button type="button" onClick={() => void retry()}>
        Try again
      </button>
    </div>
  );
}
