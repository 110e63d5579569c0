/** Times of day and points in time as answers hold them: local, without seconds and without a zone. */
export const timePattern = '([01][0-9]|2[0-3]):[0-5][0-9]';
export const dateTimePattern = `[0-9]{4}-[0-9]{2}-[0-9]{2}T${timePattern}`;
