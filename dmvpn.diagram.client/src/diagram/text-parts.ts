/** A part of a text and the layer that it belongs to, or none. */
export interface TextPart {
    readonly text: string;
    readonly kind: 'routing' | 'ipsec' | '';
}

/** What stands between the parts of details; it goes with the part behind it. */
const SEPARATOR = ' · ';

/** Details of a cloud by the layers that they belong to; any other text is one part. */
export function partsOf(text: string, cloud: { readonly routing?: readonly string[]; readonly protection?: string }): TextPart[] {
    const routing = new Set(cloud.routing ?? []);
    const kindOf = (part: string): TextPart['kind'] => routing.has(part) ? 'routing' : part !== '' && part === cloud.protection ? 'ipsec' : '';
    return text.split(SEPARATOR).map((part, index) => ({ text: (index === 0 ? '' : SEPARATOR) + part, kind: kindOf(part) }));
}
