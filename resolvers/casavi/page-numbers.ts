/**
 * The number of the first page. It is documented for units only ("Zero based result page"); what comes without a number
 * is the first page in any case. What one list has shown is a first guess for the others, for as long as the source is
 * connected (docs/decisions/0007).
 */
export function createPageNumbers(properties: string) {
  /** By the path template of a list. */
  const bases = new Map<string, 0 | 1>();

  return {
    /** An envelope says which number its page has; that of the first page is the base. */
    learn(template: string, first: number | null): void {
      if (first === 0 || first === 1) bases.set(template, first);
    },

    /** Pages by their place in the list, for one reader; `read` takes casavi's number, or none for the first page. */
    pages<P extends { readonly head: string | undefined }>(
      template: string,
      read: (number: number | undefined) => Promise<P>,
      readProperties: () => Promise<unknown>,
    ): (index: number) => Promise<P> {
      let first: Promise<P> | undefined;
      const known = (): 0 | 1 | undefined =>
        bases.get(template) ?? bases.get(properties) ?? bases.values().next().value;

      /** Bare arrays say nothing: if page 1 begins as the first page does, it is the first page. */
      const guess = async (): Promise<0 | 1> => {
        const [one, other] = await Promise.all([read(undefined), read(1)]);
        const counted = other.head === undefined || other.head !== one.head ? 0 : 1;
        // A server that ignores `page` repeats itself for ever. That is no base, and the listing will notice.
        if (counted === 1 && (await read(2)).head === one.head) return 0;
        bases.set(template, counted);
        return counted;
      };

      return async (index) => {
        if (index === 0) return (first ??= read(undefined));
        // A reader who goes on in the middle: the properties always come in an envelope that tells.
        if (known() === undefined) await (first ?? readProperties());
        return read(index + (known() ?? (await guess())));
      };
    },
  };
}
