/**
 * What a page may load: only ours, and only scripts that carry this request's nonce or were started by one that does.
 * Styles may be inline: they run nothing, and progress bars and React set them. No upgrade of http, because on a home
 * network Storyloom is reached without https.
 */
export function buildContentSecurityPolicy(options: { nonce: string; isDevelopment: boolean }): string {
  const { nonce, isDevelopment } = options;
  return [
    "default-src 'self'",
    // React explains errors with eval while developing.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
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
