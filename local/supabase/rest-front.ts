/** The REST API: lite's. */
export function createRestFront(lite: (request: Request) => Promise<Response>) {
  return lite;
}
