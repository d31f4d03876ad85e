/** The link in the newest mail to this address, from the local mail page. */
export async function readMailLink(supabaseUrl: string, email: string): Promise<URL> {
  const page = await (await fetch(`${supabaseUrl}/mail`)).text();
  const mail = page.split('<article>').find((article) => article.includes(email)) ?? '';
  return new URL((/href="([^"]+)"/.exec(mail)?.[1] ?? '').replaceAll('&amp;', '&'));
}
