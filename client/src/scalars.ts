/**
 * What the scalars of the schema are in TypeScript. All of them are text on the wire and stay so, since a cache keeps
 * what it is given as JSON. Each takes any text, but not the text of another scalar: a `Date` is no `DateTime`.
 */
type Text<Name extends string> = string & { readonly __scalar?: Name };

/** A moment in RFC 3339, such as `2025-03-01T09:30:00Z`. `new Date(moment)` reads it. */
export type DateTime = Text<'DateTime'>;

/** A day of the calendar without a time zone, such as `2025-03-01`. `new Date(day)` would make midnight UTC of it. */
export type Day = Text<'Date'>;

/** A decimal number such as `650.50`, as text so that no digit is lost. `Intl.NumberFormat.format` takes it as it is. */
export type Decimal = Text<'Decimal'>;

/** A currency of ISO 4217, such as `SEK`. */
export type CurrencyCode = Text<'CurrencyCode'>;

/** A country of ISO 3166-1 in two letters, such as `SE`. */
export type CountryCode = Text<'CountryCode'>;

/** An absolute URL. */
export type Url = Text<'URL'>;

/** An e-mail address. */
export type EmailAddress = Text<'EmailAddress'>;
