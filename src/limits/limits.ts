/** What a request may hold. Each is a setting of the server; `docs/limits.md` says what the settings mean. */
export interface Limits {
  readonly bodyBytes: number;
  readonly documentBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly rootFields: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly directivesPerPlace: number;
  readonly duplicates: number;
  readonly variablesBytes: number;
  readonly variablesDepth: number;
  /** Values of an answer: few calls can bring records that an operation shows over and over. */
  readonly values: number;
}
