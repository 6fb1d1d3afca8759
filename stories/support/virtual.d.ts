declare module 'virtual:element-manifest' {
  const manifest: { readonly modules: readonly { readonly declarations?: readonly object[] }[] };
  export default manifest;
}

declare module '*.css';

declare module '*.css?raw' {
  const text: string;
  export default text;
}
