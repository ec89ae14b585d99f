// Making a format of Intl takes longer than using it a hundred times: each is made once.
const dates = new Map<string, Intl.DateTimeFormat>();
const distances = new Map<string, Intl.RelativeTimeFormat>();

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = dates.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(key, made);
  return made;
}

export function distanceFormat(locale: string, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = distances.get(key) ?? new Intl.RelativeTimeFormat(locale, options);
  distances.set(key, made);
  return made;
}
