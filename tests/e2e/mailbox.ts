import { type APIRequestContext, expect } from '@playwright/test';

/** The newest link mailed to an address, from the local mail page. */
export async function latestMailLink(request: APIRequestContext, email: string): Promise<string> {
  const mailPage = `${process.env.STORYLOOM_TEST_SUPABASE_URL}/mail`;
  let link: string | undefined;
  await expect
    .poll(async () => {
      const page = await (await request.get(mailPage)).text();
      // Newest first, one article per mail.
      const mail = page.split('<article>').find((article) => article.includes(`To ${email} `));
      link = /href="([^"]+)"/.exec(mail ?? '')?.[1]?.replaceAll('&amp;', '&');
      return link;
    })
    .toBeTruthy();
  return link ?? '';
}
