/**
 * Types that a file may be served as. What a browser runs, such as HTML and SVG, is none of them: it would run as a page of
 * the gateway.
 */
const safeTypes: ReadonlySet<string> = new Set([
  'application/json',
  'application/msword',
  'application/pdf',
  'application/pkcs7-signature',
  'application/rtf',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/zip',
  'audio/mp4',
  'audio/mpeg',
  'image/avif',
  'image/bmp',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'message/rfc822',
  'text/calendar',
  'text/csv',
  'text/plain',
  'video/mp4',
  'video/quicktime',
  'video/webm',
]);

/** Where neither the store nor the provider knows better. */
const typesByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  p7s: 'application/pkcs7-signature',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

const unknownType = 'application/octet-stream';

/** What stores say that were told nothing. */
const saysNothing: ReadonlySet<string> = new Set([unknownType, 'binary/octet-stream', '']);

/**
 * The type to serve a file as.
 * @param told of whoever may know it, the first that does counts: the store, the provider's record
 */
export function mediaType(told: readonly (string | null | undefined)[], fileName: string): string {
  const types = told.map((each) => (each ?? '').split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? '');
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  const byName = Object.hasOwn(typesByEnding, ending) ? typesByEnding[ending] : undefined;
  const type = types.find((each) => !saysNothing.has(each)) ?? byName ?? unknownType;
  return safeTypes.has(type) ? type : unknownType;
}

/** The ending of names of files of a type, with its dot; nothing where there is none to tell. */
export function endingOf(type: string): string {
  const [ending] = Object.entries(typesByEnding).find(([, each]) => each === type) ?? [];
  return ending === undefined ? '' : `.${ending}`;
}

/** Whether browsers show it themselves, without running anything of it. */
export function isShown(type: string): boolean {
  return type === 'application/pdf' || /^image\/(avif|bmp|gif|jpeg|png|webp)$/.test(type);
}
