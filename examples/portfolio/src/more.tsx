import { useEffect, useEffectEvent, useRef, useState } from 'react';

interface MoreProps {
  /** What the list is of, in the plural: `buildings`. */
  readonly what: string;
  readonly shown: number;
  readonly hasNext: boolean;
  /** Reads the next page into the list. */
  readonly load: () => Promise<{ readonly data?: unknown }>;
  /** Whether it loads by itself when the end comes into view. The button stays for those who use no pointer. */
  readonly isEndless?: boolean;
}

/** The end of a list: how much of it is shown, and a button for more. */
export function More({ what, shown, hasNext, load, isEndless = false }: MoreProps) {
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready');
  const button = useRef<HTMLButtonElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const hadFocus = useRef(false);

  const more = async (): Promise<void> => {
    if (state === 'loading') return;
    hadFocus.current = document.activeElement === button.current;
    setState('loading');
    // A source that fails is the banner's to tell; here it is the whole answer that is missing.
    const hasAnswer = await load().then(
      ({ data }) => data !== undefined && data !== null,
      () => false,
    );
    setState(hasAnswer ? 'ready' : 'failed');
  };

  useEffect(() => {
    // The button goes with the last page, and would take the focus along.
    if (!hasNext && hadFocus.current && document.activeElement === document.body) end.current?.focus();
  }, [hasNext]);

  const seen = useEffectEvent(more);
  useEffect(() => {
    if (!isEndless || !hasNext || state !== 'ready' || button.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && void seen(), {
      rootMargin: '300px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isEndless, hasNext, state]);

  return (
    <div className="more">
      <p role="status" ref={end} tabIndex={-1}>
        {state === 'failed' && 'The next page could not be read. '}
        {hasNext ? `${shown} ${what} shown, there are more.` : `${shown} ${what}, that is all.`}
      </p>
      {hasNext && (
        <button type="button" ref={button} aria-disabled={state === 'loading'} onClick={() => void more()}>
          {state === 'loading' ? 'Loading …' : `More ${what}`}
        </button>
      )}
    </div>
  );
}
