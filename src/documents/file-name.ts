/** Characters: file systems take 255 bytes, and most letters are one or two of them. */
const longest = 120;

/** A name that a browser may save a file by: the last part of a path, without what no name should hold. */
export function toFileName(name: string): string {
  const plain = name
    .slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
    // Control characters, half characters, and marks that turn the direction: `fdp.exe` can be shown as `exe.pdf`.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const characters = [...plain];
  const end = plain.lastIndexOf('.');
  const ending = end > 0 && plain.length - end <= 8 ? plain.slice(end) : '';
  const short =
    characters.length <= longest
      ? plain
      : `${characters.slice(0, longest - ending.length).join('')}${ending}`;
  return short === '' ? 'document' : short;
}

/** `Content-Disposition` with the name in both forms: plain letters for old programs, all of it for others (RFC 6266). */
export function toDisposition(kind: 'inline' | 'attachment', fileName: string): string {
  const plain = fileName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_');
  const whole = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
