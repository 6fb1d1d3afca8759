export function withTables(readme: string): Promise<string>;
