import type ts from 'typescript';
export const markSchemasPure: ts.TransformerFactory<ts.SourceFile>;
