/**
 * What a page may load: only ours, and only scripts that carry this request's nonce or were started by one that does.
 * Styles may be inline: they run nothing, and progress bars and React set them. No upgrade of http, because on a home
 * network Storyloom is reached without https.
 */
export function buildContentSecurityPolicy(options: {
  nonce: string;
  isDevelopment: boolean;
  /** Where our own files are fetched when a CDN has them: a policy counts for where a redirect leads, too. */
  mediaOrigin?: string | undefined;
}): string {
  const { nonce, isDevelopment } = options;
  const mediaOrigin = options.mediaOrigin ? ` ${options.mediaOrigin}` : '';
  return [
    "default-src 'self'",
    // React explains errors with eval while developing.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${mediaOrigin}`,
    `media-src 'self' blob:${mediaOrigin}`,
    "font-src 'self'",
    // `'self'` covers our own WebSocket; the one of hot reload has another scheme in some browsers.
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function buildSecurityHeaders(options: { isHttps: boolean }): [name: string, value: string][] {
  return [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), payment=(), microphone=(self)'],
    ...(options.isHttps ? [['strict-transport-security', 'max-age=31536000'] as [string, string]] : []),
  ];
}
