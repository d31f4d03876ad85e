import type { StoredMail } from './mailbox.ts';

/** The dev page at `/mail`: what would have been sent, newest first, with links to click. */
export function renderMailPage(mails: StoredMail[]): string {
  const list = mails.map(renderMail).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mail (${mails.length})</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1f2430; background: #f7f6f3; }
  article { background: #fff; border: 1px solid #dedbd3; border-radius: 12px; padding: 1rem 1.25rem; margin: 1rem 0; }
  h2 { margin: 0; font-size: 1.1rem; } p { margin: .25rem 0; } .meta { color: #5d6472; font-size: .9rem; }
  a { color: #1d4ed8; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>Mail</h1>
<p class="meta">Nothing leaves this machine. These are the messages that would have been sent, newest first.</p>
${list || '<p>No mail yet.</p>'}
</body>
</html>
`;
}

function renderMail(mail: StoredMail): string {
  const links = mail.links
    .filter((link) => /^https?:\/\//.test(link))
    .map((link) => `<p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`);
  return `<article>
<h2>${escapeHtml(mail.subject)}</h2>
<p class="meta">To ${escapeHtml(mail.to)} · <time datetime="${escapeHtml(mail.sentAt)}">${escapeHtml(mail.sentAt)}</time></p>
<p>${escapeHtml(toText(mail.html))}</p>
${links.join('\n')}
</article>`;
}

/** The words of a mail without its markup. */
function toText(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
