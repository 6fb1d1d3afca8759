import type ts from 'typescript';
export function minifyCss(code: string, filename?: string): string;
export function minifyHtml(parts: readonly string[]): string[];
export const minifyTemplates: ts.TransformerFactory<ts.SourceFile>;
