export function titlesOf(file: string, source: string): string[];
export function idsOf(title: string): string[];
