import type { ServerResponse } from 'node:http';

/** A page that needs nothing but itself: no script, no file from anywhere. */
export interface PlainPage {
  readonly title: string;
  /** HTML; whatever comes from outside must have gone through `escapeHtml`. */
  readonly body: string;
}

/** Makes text harmless inside HTML, in elements and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `
  :root { color-scheme: light dark; font-family: Inter, system-ui, sans-serif; line-height: 1.5; }
  body { margin: 0 auto; padding: 2rem 1rem; max-width: 36rem; }
  h1 { font-size: 1.75rem; }
  ul { list-style: none; padding: 0; display: grid; gap: 0.5rem; }
  button, .button { display: block; width: 100%; box-sizing: border-box; padding: 0.75rem 1rem; font: inherit; text-align: left;
    border: 2px solid #0062ba; border-radius: 4px; background: Canvas; color: CanvasText; cursor: pointer; text-decoration: none; }
  button:hover, .button:hover { background: #0062ba; color: #fff; }
  :focus-visible { outline: 3px solid CanvasText; outline-offset: 3px; }
  button strong { display: block; }
`;

/** Answers with the page. */
export function sendPage(response: ServerResponse, status: number, page: PlainPage): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escapeHtml(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(page.title)}</h1>
${page.body}
</main>
</body>
</html>
`);
}
