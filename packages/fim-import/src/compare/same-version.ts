/** Version 2 of XDatenfelder has two parts, version 3 three: `1.0` may be `1.0.0` or `1.0.1`. */
export const sameVersion = (old = '', now = ''): boolean =>
  old === now || (old !== '' && now !== '' && (old.startsWith(`${now}.`) || now.startsWith(`${old}.`)));
