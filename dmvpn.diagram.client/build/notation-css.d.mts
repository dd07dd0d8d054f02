export function notationCss(picture: string): string;
