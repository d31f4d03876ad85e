/**
 * The REST API: lite's. A read that meets the death of Postgres is asked once more when Postgres is back; whether a
 * write had its effect cannot be known, so its 503 goes to the caller.
 */
export function createRestFront(options: {
  lite: (request: Request) => Promise<Response>;
  whenReady: () => Promise<void>;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const response = await options.lite(isRead ? request.clone() : request);
    if (response.status !== 503 || !isRead) return response;
    await options.whenReady();
    return options.lite(request);
  };
}
